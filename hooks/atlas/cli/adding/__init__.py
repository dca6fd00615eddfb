"""What `atlas new` is made of, from what is said to the files that are written.

talk → spots, asking, picking (one value) → dialogue (a record) → desk (all records) → finishing
"""
