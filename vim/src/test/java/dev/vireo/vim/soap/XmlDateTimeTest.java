package dev.vireo.vim.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlDateTimeTest {

  @Test
  void everyDayOfFourCenturiesAndOfOldYearsIsThatOfTheCalendar() {
    LocalDate day = LocalDate.of(-3, 1, 1);
    while (day.getYear() < 5) {
      assertReads(day);
      day = day.plusDays(1);
    }
    day = LocalDate.of(1899, 1, 1);
    while (day.getYear() < 2301) {
      assertReads(day);
      day = day.plusDays(1);
    }
  }

  private static void assertReads(LocalDate day) {
    int year = day.getYear();
    String text =
        "%s%04d-%02d-%02dT00:00:00Z"
            .formatted(
                year < 0 ? "-" : "", Math.abs(year), day.getMonthValue(), day.getDayOfMonth());

    assertThat(XmlDateTime.parse(text))
        .as(text)
        .isEqualTo(day.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  @Test
  void fractionAndZoneCount() {
    assertThat(XmlDateTime.parse("2026-01-02T03:04:05.25+01:30"))
        .isEqualTo(Instant.parse("2026-01-02T01:34:05.25Z"));
    assertThat(XmlDateTime.parse("2026-01-02T03:04:05"))
        .isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-00-10T00:00:00Z",
        "2026-13-10T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2100-02-29T00:00:00Z",
        "2026-01-02",
        "2026-01-02T25:00:00Z",
        "2026-01-02T00:60:00Z",
        "2026-01-02T00:00:61Z",
        "2026-01-02T00:00:00+15:00",
        "2026-01-02T00:00:00+01:60",
        "123456789-01-02T00:00:00Z",
        "yesterday",
      })
  void aDayThatThereIsNotIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> XmlDateTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-01-02T03:04:05.250Z", "12345-01-02T03:04:05Z", "-0003-01-02T03:04:05Z"})
  void whatIsWrittenCanBeRead(String text) {
    assertThat(XmlDateTime.format(XmlDateTime.parse(text))).isEqualTo(text);
  }
}
