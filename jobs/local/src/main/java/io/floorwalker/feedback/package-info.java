/**
 * What staff answer to a message, taken over HTTP: by signed links, by any tool that holds a
 * ticket, and by Slack's buttons. Keeps nothing: a ticket knows its action.
 */
@NullMarked
package io.floorwalker.feedback;

import org.jspecify.annotations.NullMarked;
