/** What staff answer to a message, and the ticket by which their answer finds its action again. */
@NullMarked
package io.floorwalker.deliver.feedback;

import org.jspecify.annotations.NullMarked;
