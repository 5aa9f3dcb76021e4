"""What ingather keeps of a file, found and removed when somebody asks it to forget the file."""
