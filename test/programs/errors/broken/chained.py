from broken import raising
