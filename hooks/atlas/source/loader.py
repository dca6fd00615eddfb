"""The reader of YAML: libyaml, which is several times faster, where it is installed."""

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
