"""What a change of the data does: the earlier and the later data in, a report for reviewers out.

Data → what differs between them (`summary`) → blocks in one language (`report`) → text.
"""
