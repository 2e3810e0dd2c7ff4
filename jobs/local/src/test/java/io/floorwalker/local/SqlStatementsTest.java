package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SqlStatementsTest {

  @Test
  void semicolonsSeparate() {
    assertThat(SqlStatements.split("SELECT 1;\nSELECT 2 ; SELECT 3"))
        .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
  }

  @Test
  void semicolonsInQuotesDoNot() {
    assertThat(SqlStatements.split("SELECT 'a;b', `c;d`, \"e;f\"; SELECT 'it''s; so'"))
        .containsExactly("SELECT 'a;b', `c;d`, \"e;f\"", "SELECT 'it''s; so'");
  }

  @Test
  void semicolonsAndQuotesInCommentsDoNot() {
    assertThat(SqlStatements.split("-- it's; one\nSELECT 1 /* a; 'b */; -- end;\n"))
        .containsExactly("-- it's; one\nSELECT 1 /* a; 'b */");
  }

  @Test
  void whatIsOnlyCommentOrBlankIsNoStatement() {
    assertThat(SqlStatements.split("")).isEmpty();
    assertThat(SqlStatements.split(" ; ;\n-- nothing\n;/* nothing */")).isEmpty();
  }

  @Test
  void whatIsNotClosedEndsWithTheText() {
    assertThat(SqlStatements.split("SELECT 'a; b")).containsExactly("SELECT 'a; b");
    assertThat(SqlStatements.split("SELECT 1 /* ; ")).containsExactly("SELECT 1 /* ;");
  }

  @Test
  void minusAndDivisionAreNoComments() {
    assertThat(SqlStatements.split("SELECT 3 - 1 / 2; SELECT 1"))
        .containsExactly("SELECT 3 - 1 / 2", "SELECT 1");
  }
}
