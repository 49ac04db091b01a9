CREATE TABLE classes AS SELECT * FROM read_csv('{dir}/classes.csv', header=true, columns={'className':'VARCHAR','homeroomTeacher':'VARCHAR','gradeYear':'BIGINT'});
CREATE TABLE students AS SELECT * FROM read_csv('{dir}/students.csv', header=true, columns={'studentId':'VARCHAR','firstName':'VARCHAR','lastName':'VARCHAR','className':'VARCHAR','birthDate':'DATE','transport':'VARCHAR'});
CREATE TABLE grades AS SELECT * FROM read_csv('{dir}/grades.csv', header=true, columns={'studentId':'VARCHAR','subject':'VARCHAR','score':'BIGINT','gradedAt':'DATE'});
CREATE TABLE absences AS SELECT * FROM read_csv('{dir}/absences.csv', header=true, columns={'studentId':'VARCHAR','absentOn':'DATE','reason':'VARCHAR','hours':'BIGINT'});
