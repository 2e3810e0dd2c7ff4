package io.floorwalker.detect.abandonment;

/** The first look of a spell at a product of a category. */
public record Look(String category, String productId, String eventId) {

  boolean isOfTheSame(Look other) {
    return category.equals(other.category) && productId.equals(other.productId);
  }
}
