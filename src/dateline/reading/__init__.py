"""Bytes to parsed sentences: files and records to stories, zones of wire copy, sentences and their parses."""
