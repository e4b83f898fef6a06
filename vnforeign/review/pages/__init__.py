"""The pages, a file each; every function here answers one kind of request."""
