/**
 * The on-page channel: offers of help as Server-Sent Events for the pages of one session, and what
 * these pages answer. Knows HTTP and records, but no broker: who runs it feeds it actions and takes
 * its answers.
 */
@NullMarked
package io.floorwalker.page;

import org.jspecify.annotations.NullMarked;
