"""Files in: what a file is, its text, and how the text's offsets lead back to the file. One file a format."""
