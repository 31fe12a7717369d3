package dev.vireo.cli.log;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Sends what it is given to the sink of that moment.
 *
 * @param name the logger's name
 */
record SinkLogger(String name) implements System.Logger {

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean isLoggable(Level level) {
    return LogSink.current().shows(name, level);
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    LogSink sink = LogSink.current();
    if (sink.shows(name, level)) {
      sink.write(name, level, text(bundle, message), thrown);
    }
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... values) {
    LogSink sink = LogSink.current();
    if (sink.shows(name, level)) {
      sink.write(name, level, filled(text(bundle, format), values), null);
    }
  }

  private static String text(@Nullable ResourceBundle bundle, @Nullable String message) {
    if (bundle == null || message == null) {
      return String.valueOf(message);
    }
    try {
      return bundle.getString(message);
    } catch (MissingResourceException e) {
      return message;
    }
  }

  /** As {@code java.util.logging}: a text without values, or one that is no format, is the text. */
  private static String filled(String format, @Nullable Object @Nullable [] values) {
    if (values == null || values.length == 0) {
      return format;
    }
    try {
      return MessageFormat.format(format, values);
    } catch (IllegalArgumentException e) {
      return format;
    }
  }
}
