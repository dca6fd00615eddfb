"""How long the site takes to build, beside other generators: `make bench`, `make profile`."""
