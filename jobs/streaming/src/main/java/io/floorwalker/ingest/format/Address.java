package io.floorwalker.ingest.format;

/** Host and path of a URL; a text that is no URL is a path on no host. */
record Address(String host, String path) {

  static Address of(String url) {
    int scheme = url.indexOf("://");
    String rest = scheme < 0 ? url : url.substring(scheme + 3);
    int end = rest.length();
    for (char stop : new char[] {'?', '#'}) {
      int at = rest.indexOf(stop);
      end = at >= 0 && at < end ? at : end;
    }
    String place = rest.substring(0, end);
    if (scheme < 0) {
      return new Address("", place);
    }
    int slash = place.indexOf('/');
    String authority = slash < 0 ? place : place.substring(0, slash);
    String host = authority.substring(authority.indexOf('@') + 1);
    return new Address(host, slash < 0 ? "/" : place.substring(slash));
  }
}
