package dev.vireo.model.internal.xml;

import dev.vireo.model.internal.xml.XmlEscape.Place;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document the way libvirt lays it out: two blanks per level, single quotes, {@code
 * <name/>} for elements without content. Attributes come before children, both in libvirt's order;
 * {@link Extras} find their places between them.
 */
public final class ElementWriter {

  private final StringBuilder out = new StringBuilder(4096);
  private @Nullable Frame top;
  private int level;

  /** An open element. */
  private static final class Frame {
    final @Nullable Frame parent;
    final String name;
    final @Nullable Pending pending;
    final boolean inline;
    @Nullable Prefixes prefixes;
    boolean tagOpen = true;
    boolean holdsText;

    Frame(@Nullable Frame parent, String name, @Nullable Pending pending, boolean inline) {
      this.parent = parent;
      this.prefixes = parent == null ? null : parent.prefixes;
      this.name = name;
      this.pending = pending;
      this.inline = inline;
    }
  }

  /** Starts an element whose record has no extras. */
  public ElementWriter start(String name) {
    return start(name, ElementOrder.NONE);
  }

  /** Starts an element whose record has no extras, but several known children. */
  public ElementWriter start(String name, ElementOrder order) {
    Frame parent = top;
    Extras rest = null;
    if (parent != null && parent.pending != null) {
      rest = parent.pending.takeRest(name);
    }
    return start(name, order, rest == null ? Extras.NONE : rest);
  }

  /** Starts an element whose record has extras. */
  public ElementWriter start(String name, ElementOrder order, Extras extras) {
    Frame parent = top;
    boolean inline = false;
    if (parent != null) {
      closeTag(parent);
      inline = parent.inline || parent.holdsText;
      if (parent.pending != null) {
        XmlNode.Element before;
        while ((before = parent.pending.elementBefore(name)) != null) {
          copy(parent, before);
        }
      }
    }
    indent(inline);
    out.append('<').append(name);
    top = new Frame(parent, name, extras.isEmpty() ? null : new Pending(order, extras), inline);
    level++;
    return this;
  }

  /** Writes an attribute, unless its value is null. */
  public ElementWriter attribute(String name, @Nullable String value) {
    if (value == null) {
      return this;
    }
    Frame frame = current();
    if (frame.pending != null) {
      XmlNode.Attribute before;
      while ((before = frame.pending.attributeBefore(name)) != null) {
        append(frame, before.name(), before.value());
      }
    }
    append(frame, name, value);
    return this;
  }

  /** Writes a decimal attribute, unless it is null. */
  public ElementWriter attribute(String name, @Nullable Number value) {
    return attribute(name, Values.text(value));
  }

  /** Writes text into the element; it has no children then but those of its extras. */
  public ElementWriter text(String text) {
    Frame frame = current();
    frame.holdsText = true;
    closeTag(frame);
    XmlEscape.append(out, text, Place.TEXT);
    return this;
  }

  /** Ends the element. */
  public ElementWriter end() {
    return end(false);
  }

  /** Ends the element with an end tag of its own even when nothing is in it. */
  public ElementWriter endWithTag() {
    return end(true);
  }

  private ElementWriter end(boolean tag) {
    Frame frame = current();
    boolean empty = frame.tagOpen;
    if (frame.pending != null) {
      flushAttributes(frame);
      XmlNode.Element next;
      while ((next = frame.pending.nextElement()) != null) {
        empty = false;
        closeTag(frame);
        copy(frame, next);
      }
    }
    level--;
    if (empty && !tag) {
      out.append("/>");
    } else {
      closeTag(frame);
      indent(frame.inline || frame.holdsText);
      out.append("</").append(frame.name).append('>');
    }
    if (!frame.inline) {
      out.append('\n');
    }
    top = frame.parent;
    return this;
  }

  /** An element with text, unless it is null. */
  public ElementWriter element(String name, @Nullable String text) {
    return text == null ? this : start(name).text(text).end();
  }

  /** An element without content, if so. */
  public ElementWriter flag(String name, boolean present) {
    return present ? start(name).end() : this;
  }

  /** Writes each value. */
  public <T> ElementWriter each(List<T> values, BiConsumer<ElementWriter, T> write) {
    for (T value : values) {
      write.accept(this, value);
    }
    return this;
  }

  /** Copies an element as it stood in a document. */
  public ElementWriter copy(XmlNode.@Nullable Element element) {
    if (element != null) {
      Frame parent = top;
      if (parent != null) {
        closeTag(parent);
        if (parent.pending != null) {
          XmlNode.Element before;
          while ((before = parent.pending.elementBefore(element.name())) != null) {
            copy(parent, before);
          }
        }
      }
      copy(parent, element);
    }
    return this;
  }

  /** An empty line. */
  public ElementWriter blankLine() {
    closeTag(current());
    out.append('\n');
    return this;
  }

  private void copy(@Nullable Frame parent, XmlNode.Element element) {
    boolean inline = parent != null && (parent.inline || parent.holdsText);
    new NodeWriter(out, element.name().equals("metadata"))
        .write(element, level, inline, parent == null ? null : parent.prefixes);
  }

  private void flushAttributes(Frame frame) {
    if (frame.pending != null) {
      XmlNode.Attribute next;
      while ((next = frame.pending.nextAttribute()) != null) {
        append(frame, next.name(), next.value());
      }
    }
  }

  private void closeTag(Frame frame) {
    if (frame.tagOpen) {
      flushAttributes(frame);
      frame.tagOpen = false;
      out.append('>');
      if (!frame.inline && !frame.holdsText) {
        out.append('\n');
      }
    }
  }

  private void append(Frame frame, String name, String value) {
    frame.prefixes = Prefixes.with(frame.prefixes, name, value);
    out.append(' ').append(name).append("='");
    XmlEscape.append(out, value, Place.ATTRIBUTE);
    out.append('\'');
  }

  private void indent(boolean inline) {
    if (!inline) {
      out.repeat(' ', 2 * level);
    }
  }

  private Frame current() {
    Frame frame = top;
    if (frame == null) {
      throw new IllegalStateException("no element is open");
    }
    return frame;
  }

  /** The document. */
  @Override
  public String toString() {
    return out.toString();
  }
}
