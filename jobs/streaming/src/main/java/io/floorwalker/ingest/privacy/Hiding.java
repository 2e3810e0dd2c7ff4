package io.floorwalker.ingest.privacy;

import java.util.List;
import java.util.regex.Matcher;

/** Replaces what gives a person away in the texts of one record, by the key of its time. */
final class Hiding {
  private static final List<Trace> ALL = List.of(Trace.values());
  private static final List<Trace> OF_IDS = List.of(Trace.IP, Trace.PHONE);

  private final Pseudonyms pseudonyms;
  private final long at;

  /** {@code at} is when the record came in, milliseconds. */
  Hiding(Pseudonyms pseudonyms, long at) {
    this.pseudonyms = pseudonyms;
    this.at = at;
  }

  /** The id of a person: a mail address in it, an IP address or a phone number that it is. */
  String id(String id) {
    Signs signs = Signs.of(id);
    String hidden = Trace.EMAIL.fits(signs) ? replace(Trace.EMAIL, id) : id;
    for (Trace trace : OF_IDS) {
      hidden = trace.fits(signs) ? whole(trace, hidden) : hidden;
    }
    return hidden;
  }

  /** A word of the shop's own, in which digits mean nothing: only mail addresses. */
  String word(String word) {
    return Trace.EMAIL.fits(Signs.of(word)) ? replace(Trace.EMAIL, word) : word;
  }

  /** What people wrote or were shown. */
  String text(String text) {
    Signs signs = Signs.of(text);
    String hidden = text;
    for (Trace trace : ALL) {
      hidden = trace.fits(signs) ? replace(trace, hidden) : hidden;
    }
    return hidden;
  }

  /** A value that is personal because of its name, whatever it looks like. */
  String named(String value) {
    String hidden = id(value.strip());
    return Pseudonyms.isOne(hidden) ? hidden : pseudonyms.ofText(value, at);
  }

  private String replace(Trace trace, String text) {
    return trace.in(text).replaceAll(found -> pseudonyms.of(trace, found.group(), at));
  }

  private String whole(Trace trace, String text) {
    Matcher all = trace.in(text.strip());
    return all.matches() ? pseudonyms.of(trace, all.group(), at) : text;
  }
}
