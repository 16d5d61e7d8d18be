"""The fill-in workbook: what a unit without the program fills in, and what becomes of it (design.md §8).

A workbook cannot be sealed: anyone who opens it types what he likes, which is its purpose. But what it
asks for is ours: its terms, its rows and the revisions they start from lie hidden in it under a mark
that only a copy of the ledger, or the fill-in file of the same dispatch, can make.
"""
