// Reads SQL texts, one a line, as hexadecimal UTF-8; answers `ok` or the refusal, in hexadecimal too.
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.spark.sql.execution.SparkSqlParser;

public class SparkParser {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    System.setOut(System.err);
    SparkSqlParser parser = new SparkSqlParser();
    out.println(org.apache.spark.package$.MODULE$.SPARK_VERSION());
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line; (line = in.readLine()) != null; ) {
      String sql = new String(HexFormat.of().parseHex(line.trim()), StandardCharsets.UTF_8);
      String answer = "ok";
      try {
        parser.parsePlan(sql);
      } catch (Throwable refusal) {
        String text = String.valueOf(refusal.getMessage()).replaceAll("\\s+", " ").trim();
        byte[] bytes = (text.length() > 300 ? text.substring(0, 300) : text).getBytes(StandardCharsets.UTF_8);
        answer = HexFormat.of().formatHex(bytes.length == 0 ? "refused".getBytes() : bytes);
      }
      out.println(answer);
    }
  }
}
