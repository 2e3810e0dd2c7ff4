package io.floorwalker.testkit;

import io.floorwalker.schema.CustomerEvent;

/** An event with where it came from, as a job's source may wrap it. */
public record Envelope(CustomerEvent event, String from) {}
