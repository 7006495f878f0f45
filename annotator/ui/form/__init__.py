"""The coding form: the article's variables asked one after another, each answered by a key."""
