"""What is found by which words: texts and queries become the same tokens, in any language.

Scripts that put no blanks between words become pairs of characters, so that a query finds every
place where its characters stand; all others become words. In reading order:

- `folding`: spellings that are to be found by each other become one
- `runs`: characters that belong together: words, numbers, stretches of a script without blanks
- `stems`: words without their endings; the only module that knows snowballstemmer
- `tokens`: what is indexed of a text, and of a post
- `query`: what a reader types becomes what the index is asked
- `origins`: where the characters of a folded text stand in the original
- `spans`: where the terms of a query stand in a text
- `windows`: the stretches of a text that show best what was found in it
- `highlights`: what of a post shows why it was found
- `completing`: what completes the beginning of a word that a reader has typed
- `spelling`: words that are spelt nearly like one that a reader has typed
- `keywords`: the words that tell what a post is about
"""
