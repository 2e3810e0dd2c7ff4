package io.floorwalker.local;

/** The exit codes of every command; part of the public contract. */
final class ExitCode {

  static final int OK = 0;

  /** Something failed while it ran. */
  static final int FAILED = 1;

  /** Wrong usage or a wrong setting. */
  static final int USAGE = 2;

  /** The stack is down, a port is taken, or a second instance was started. */
  static final int STACK = 3;

  /** Rows were rejected under {@code --strict}. */
  static final int REJECTED = 4;

  /** A check found a difference. */
  static final int DIFFERENCE = 5;

  private ExitCode() {}
}
