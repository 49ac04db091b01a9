"""MariaDB on a socket and folder of its own: COM_STMT_PREPARE by way of PREPARE … FROM; nothing is run."""
import atexit
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from . import Missing, split

# 1064 syntax; 1149, 1221, 1234, 1248, 1315 … are refusals of the grammar's kind too.
REFUSALS = {1064, 1149, 1221, 1248, 1103, 1313, 1314, 1336, 1415, 1424, 4078, 1065, 1113, 1166, 1171,
            1120, 1439, 1425, 1426, 1427, 1063, 1068, 1075, 4081, 4085, 4092, 4093, 4123, 1239, 1563, 1115}


class Engine:
    def __init__(self):
        for folder in ("/usr/lib/python3/dist-packages",):
            if folder not in sys.path:
                sys.path.append(folder)
        try:
            import pymysql
        except ImportError as error:
            raise Missing("python3-pymysql is missing") from error
        self.pymysql = pymysql
        server = shutil.which("mariadbd", path="/usr/sbin:/usr/bin:/usr/libexec")
        if not server:
            raise Missing("mariadb-server is missing")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="oracle-mariadb-"))
        user = []
        if os.getuid() == 0:
            shutil.chown(self.folder, "mysql")
            user = ["--user=mysql"]
        data, socket = self.folder / "data", self.folder / "s"
        subprocess.run(["mariadb-install-db", "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal",
                        "--skip-test-db", *user], check=True, capture_output=True)
        self.process = subprocess.Popen([server, "--no-defaults", f"--datadir={data}", f"--socket={socket}", "--skip-networking",
                                         "--innodb-buffer-pool-size=16M", "--performance-schema=OFF", *user],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        atexit.register(self.close)
        for _ in range(300):
            try:
                self.connection = pymysql.connect(unix_socket=str(socket), user="root", charset="utf8mb4", autocommit=True)
                break
            except pymysql.err.OperationalError:
                time.sleep(0.1)
        else:
            raise Missing("mariadbd did not start")
        cursor = self.connection.cursor()
        cursor.execute("CREATE DATABASE IF NOT EXISTS d")
        cursor.execute("USE d")
        cursor.execute("SELECT VERSION()")
        self.name = "MariaDB " + cursor.fetchone()[0].split("-")[0]

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def verdict(self, sql):
        for statement in split(sql):
            message = self._prepare(statement)
            if message:
                return message
        return None

    def _prepare(self, sql):
        cursor = self.connection.cursor()
        try:
            quoted = sql.replace("\\", "\\\\").replace("'", "''")
            cursor.execute(f"PREPARE s FROM '{quoted}'")
            cursor.execute("DEALLOCATE PREPARE s")
        except self.pymysql.err.Error as error:
            code, text = (error.args + ("",))[:2]
            if code in REFUSALS:
                return f"{code}: {text}"
        return None
