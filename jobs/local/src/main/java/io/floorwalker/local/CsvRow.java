package io.floorwalker.local;

import java.util.List;

/**
 * One record of a CSV file.
 *
 * @param number from 1 through all files of one import, headers not counted
 * @param line where it starts in its file, from 1
 * @param raw the record as it stands in the file, without its line end
 */
record CsvRow(long number, long line, List<String> fields, String raw) {}
