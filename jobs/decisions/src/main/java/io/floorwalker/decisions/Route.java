package io.floorwalker.decisions;

import io.floorwalker.schema.Audience;
import java.io.Serializable;

/**
 * The way on which a treatment reaches somebody.
 *
 * @param channel email, chat, page, crm, webhook
 */
public record Route(Audience audience, String channel, Addressee addressee)
    implements Serializable {}
