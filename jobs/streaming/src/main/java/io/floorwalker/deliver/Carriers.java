package io.floorwalker.deliver;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.deliver.web.Networks;
import io.floorwalker.deliver.web.Web;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the carrier of each target, or says what its block lacks. */
final class Carriers {
  private final Web web;
  private final Networks networks;
  private final Duration timeout;

  Carriers(Web web, Networks networks, Duration timeout) {
    this.web = web;
    this.networks = networks;
    this.timeout = timeout;
  }

  Carrier of(TargetBlock target) throws InvalidSettings {
    return switch (target.type()) {
      case WEBHOOK -> new Webhook(web, hook(target), target.signature().orElse(null));
      case SLACK ->
          target.has("token_file")
              ? slack(target)
              : new MessageHook(web, hook(target), TargetWording.of(target), SlackMessage::of);
      case TEAMS -> new MessageHook(web, hook(target), TargetWording.of(target), TeamsCard::of);
      case SALESFORCE -> salesforce(target);
      case EMAIL -> mail(target);
      case HUBSPOT -> throw new IllegalArgumentException("sends in batches");
    };
  }

  HubSpot hubSpot(TargetBlock target) throws InvalidSettings {
    boolean task = target.oneOf("object", List.of("task", "note")).equals("task");
    return new HubSpot(
        web,
        api(target, HubSpot.API),
        target.secret("token_file", "name the file with the private app's token"),
        new HubSpotRecord(
            task,
            neededDirectory(target, "HubSpot's number of the contact"),
            TargetWording.of(target)));
  }

  private Slack slack(TargetBlock target) throws InvalidSettings {
    Optional<RecipientDirectory> directory = directory(target);
    String conversation =
        directory.isPresent() ? "" : target.needed("conversation", "add the channel's id, C...");
    return new Slack(
        web,
        api(target, Slack.API),
        target.secret("token_file", "name the file with the bot's token"),
        directory.orElse(recipient -> Optional.of(conversation)),
        TargetWording.of(target));
  }

  private Salesforce salesforce(TargetBlock target) throws InvalidSettings {
    SalesforceLogin login =
        new SalesforceLogin(
            web,
            target.address("url", "add https://<your domain>.my.salesforce.com"),
            target.needed("client_id", "add the consumer key of the connected app"),
            target.secret("secret_file", "name the file with the consumer secret"));
    return new Salesforce(
        web,
        login,
        new SalesforceRecord(
            target.text("object").orElse(SalesforceRecord.TASK),
            target.text("external_id").orElse("Floorwalker_Id__c"),
            TargetWording.of(target),
            directory(target).orElse(null)));
  }

  private Mail mail(TargetBlock target) throws InvalidSettings {
    MailServer server =
        new MailServer(
            new MailServer.Entry(
                target.needed("host", "add the server that takes mail"),
                (int) target.number("port", 587),
                target.oneOf("tls", List.of("starttls", "implicit", "none")),
                target.text("user").orElse(null),
                target.has("user")
                    ? target.secret("password_file", "name the file with the user's password")
                    : null),
            networks,
            timeout);

    Mail.Sending sending =
        new Mail.Sending(
            from(target),
            target.needed("unsubscribe_url", "add where a reader gets off with one click"));
    return new Mail(
        server, neededDirectory(target, "mail address"), TargetWording.of(target), sending);
  }

  private static InternetAddress from(TargetBlock target) throws InvalidSettings {
    String text = target.needed("from", "add the address that mail comes from");
    try {
      return new InternetAddress(text, true);
    } catch (AddressException e) {
      throw target.wrong("from", "from is no mail address; write name@example.org");
    }
  }

  private static URI hook(TargetBlock target) throws InvalidSettings {
    return target.address("url", "add the address of the webhook");
  }

  private static URI api(TargetBlock target, URI usual) throws InvalidSettings {
    return target.has("url") ? target.address("url", "") : usual;
  }

  private Optional<RecipientDirectory> directory(TargetBlock target) throws InvalidSettings {
    if (target.has("recipients_url")) {
      return Optional.of(new HttpDirectory(web, target.address("recipients_url", "")));
    }
    Optional<Path> file = target.text("recipients_file").map(target::file);
    if (file.isPresent() && !Files.isReadable(file.get())) {
      throw target.wrong(
          "recipients_file", "recipients_file cannot be read; check the path and who may read it");
    }
    return file.map(FileDirectory::new);
  }

  private RecipientDirectory neededDirectory(TargetBlock target, String what)
      throws InvalidSettings {
    Optional<RecipientDirectory> directory = directory(target);
    if (directory.isEmpty()) {
      target.needed(
          "recipients_file", "name a YAML file with the %s of each recipient_ref".formatted(what));
    }
    return directory.orElseThrow();
  }
}
