package io.floorwalker.simulator;

import io.floorwalker.schema.ProductLine;
import java.math.BigDecimal;
import java.util.List;

/** What the made-up shop sells, for the same figure in every currency. */
final class Catalogue {

  private static final List<ProductLine> ARTICLES =
      List.of(
          article("trail-shoes", "shoes", 129_00),
          article("city-shoes", "shoes", 89_50),
          article("hiking-boots", "shoes", 189_00),
          article("wool-socks", "socks", 14_90),
          article("rain-jacket", "jackets", 179_00),
          article("down-jacket", "jackets", 249_00),
          article("fleece-jacket", "jackets", 99_00),
          article("day-pack", "bags", 74_95),
          article("duffel-bag", "bags", 99_00),
          article("tote-bag", "bags", 29_00),
          article("head-lamp", "gear", 39_90),
          article("water-bottle", "gear", 19_00),
          article("travel-mug", "gear", 24_50),
          article("linen-shirt", "shirts", 59_00),
          article("merino-shirt", "shirts", 69_90));

  private Catalogue() {}

  /** Some article, in so many pieces. */
  static ProductLine pick(Dice dice, int quantity, String currency) {
    return ProductLine.newBuilder(dice.oneOf(ARTICLES))
        .setQuantity(quantity)
        .setCurrency(currency)
        .build();
  }

  /** An article made for one shopper. */
  static ProductLine only(Shopper shopper) {
    ProductLine made = article("made-for-" + shopper.name(), "made to measure", 120_00);
    return ProductLine.newBuilder(made).setQuantity(1).setCurrency(shopper.currency()).build();
  }

  /** Three articles of one category. */
  static List<ProductLine> ofOneCategory(Dice dice) {
    String category = dice.oneOf(List.of("shoes", "jackets", "bags", "gear"));
    return ARTICLES.stream().filter(article -> category.equals(article.getCategory())).toList();
  }

  /** Two articles of one category and one of another. */
  static List<ProductLine> ofTwo(Dice dice) {
    List<ProductLine> shirts =
        ARTICLES.stream().filter(article -> "shirts".equals(article.getCategory())).toList();
    return List.of(shirts.get(0), ofOneCategory(dice).get(0), shirts.get(1));
  }

  /** An article that none of these lines is of. */
  static ProductLine soldOut(List<ProductLine> lines) {
    return ARTICLES.stream()
        .filter(
            article ->
                lines.stream()
                    .noneMatch(line -> article.getProductId().equals(line.getProductId())))
        .findFirst()
        .orElseThrow();
  }

  private static ProductLine article(String id, String category, long cents) {
    return ProductLine.newBuilder()
        .setProductId(id)
        .setName(id.replace('-', ' '))
        .setCategory(category)
        .setPrice(BigDecimal.valueOf(cents, 2).setScale(4))
        .setCurrency("EUR")
        .build();
  }
}
