package io.floorwalker.local;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that ran in this process: its exit code and what it wrote. */
record Ran(int exitCode, String out, String err) {

  static Ran command(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int exitCode = Floorwalker.run(new PrintWriter(out), new PrintWriter(err), texts);
    return new Ran(exitCode, out.toString(), err.toString());
  }
}
