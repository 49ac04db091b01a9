SELECT * FROM read_csv('x.csv') -- comment
; ATTACH 'x'