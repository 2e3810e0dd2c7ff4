package io.floorwalker.simulator;

import io.floorwalker.schema.ProductLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a shopper has in the cart while the script is written. */
final class Basket {

  private final List<ProductLine> lines = new ArrayList<>();

  /** A copy, so that a beat keeps what the cart held at its time. */
  List<ProductLine> lines() {
    return List.copyOf(lines);
  }

  /** Puts the product in and returns it as the event will carry it. */
  ProductLine add(ProductLine product) {
    for (int i = 0; i < lines.size(); i++) {
      ProductLine line = lines.get(i);
      if (Objects.equals(line.getProductId(), product.getProductId())) {
        lines.set(i, withQuantity(line, line.getQuantity() + product.getQuantity()));
        return product;
      }
    }
    lines.add(product);
    return product;
  }

  /** Takes a whole line out; half of the sources then do not say how many pieces it had. */
  ProductLine removeOneOf(Dice dice) {
    ProductLine removed = dice.oneOf(lines);
    lines.remove(removed);
    return dice.chance(0.5) ? removed : ProductLine.newBuilder(removed).setQuantity(null).build();
  }

  void changeOneOf(Dice dice) {
    int at = (int) dice.between(0, lines.size() - 1);
    lines.set(at, withQuantity(lines.get(at), (int) dice.between(1, 3)));
  }

  void clear() {
    lines.clear();
  }

  private static ProductLine withQuantity(ProductLine line, int quantity) {
    return ProductLine.newBuilder(line).setQuantity(quantity).build();
  }
}
