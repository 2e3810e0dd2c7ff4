package io.floorwalker.config;

/**
 * A text that somebody gave for a key.
 *
 * @param place where it was given, as the user would look for it: file and line, variable, or
 *     {@code --set}
 */
record SettingText(String key, String text, String place) {}
