package dev.vireo.simulator.internal.wire;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.inventory.Datacenter;
import org.jspecify.annotations.Nullable;

/** Directories of datastores as HTML, for browsers. */
final class Listing {

  private Listing() {}

  static Outbound.Answer ofDatastores(Datacenter datacenter, @Nullable String dcPath) {
    StringBuilder html = start("Index of " + datacenter.name());
    for (Datastore datastore : datacenter.datastores()) {
      row(html, "/folder" + query(dcPath, datastore.name()), datastore.name(), "");
    }
    return end(html);
  }

  static Outbound.Answer ofDirectory(
      Datastore datastore, String directory, @Nullable String dcPath) {
    StringBuilder html = start("Index of [" + datastore.name() + "] " + directory);
    String query = query(dcPath, datastore.name());
    String base = directory.isEmpty() ? "" : directory + "/";
    for (String name : datastore.files().list(directory)) {
      FileContent content = datastore.files().get(base + name);
      String size = content == null ? "-" : Long.toString(content.size());
      StringBuilder link = new StringBuilder("/folder");
      for (String step : (base + name).split("/", 0)) {
        link.append('/').append(PercentCoding.encode(step));
      }
      row(html, link + (content == null ? "/" : "") + query, name, size);
    }
    return end(html);
  }

  private static String query(@Nullable String dcPath, String datastore) {
    String path = dcPath == null ? "" : "dcPath=" + PercentCoding.encode(dcPath) + "&";
    return "?" + path + "dsName=" + PercentCoding.encode(datastore);
  }

  private static StringBuilder start(String title) {
    return new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>")
        .append(escape(title))
        .append("</title></head>\n<body><h1>")
        .append(escape(title))
        .append("</h1>\n<table>\n");
  }

  private static void row(StringBuilder html, String link, String name, String size) {
    html.append("<tr><td><a href=\"")
        .append(escape(link))
        .append("\">")
        .append(escape(name))
        .append("</a></td><td align=\"right\">")
        .append(size)
        .append("</td></tr>\n");
  }

  private static Outbound.Answer end(StringBuilder html) {
    html.append("</table></body></html>\n");
    return Outbound.Answer.text(200, "text/html; charset=utf-8", html.toString());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
