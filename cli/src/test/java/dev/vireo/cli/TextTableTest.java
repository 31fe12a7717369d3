package dev.vireo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expected tables are virsh 9.0.0's. */
class TextTableTest {

  @Test
  void widensColumnsToTheirWidestCell() {
    TextTable table = new TextTable("Id", "Name", "State", "Title");
    table.row("1", "Zed", "running", "");
    table.row("-", "Alpha2", "shut off", "a title");
    assertThat(table.toString(true))
        .isEqualTo(
            """
             Id   Name     State      Title
            -----------------------------------
             1    Zed      running \s\s\s
             -    Alpha2   shut off   a title
            """);
  }

  @Test
  void forgetsTheHeadingsWhenTheyAreNotWanted() {
    TextTable table = new TextTable("Id", "Name", "State");
    table.row("1", "a", "running");
    assertThat(table.toString(false)).isEqualTo(" 1   a   running\n");
  }

  @Test
  void countsColumnsOfTheTerminalAndShowsControlCharactersAsBytes() {
    TextTable table = new TextTable("Id", "Name", "State");
    table.row("3", "_x\u200by😀z", "paused");
    table.row("-", "a\tb \u0301é", "shut off");
    table.row("-", "über 標準", "shut off");
    assertThat(table.toString(true).lines())
        .containsExactly(
            " Id   Name        State",
            "----------------------------",
            " 3    _x\u200by😀z      paused",
            " -    a\\x09b \u0301é    shut off",
            " -    über 標準   shut off");
  }

  @Test
  void aTerminalIsNotTurnedAroundThoughVirshDoes() {
    TextTable table = new TextTable("Name", "State");
    table.row("a\u202eb", "off");
    table.row("long enough", "on");
    assertThat(table.toString(false)).startsWith(" a\u202eb            off\n");
    assertThat(table.toTerminal(false))
        .isEqualTo(" a\\xe2\\x80\\xaeb   off\n long enough      on\n");
  }
}
