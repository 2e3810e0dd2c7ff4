package io.floorwalker.oracle;

import java.util.List;

/** What makes a sign of trouble. */
interface Rule {

  String kind();

  /** Points of a fresh signal. */
  int weight();

  /** The signs of one session, in any order. */
  List<Sign> signs(Visit visit);
}
