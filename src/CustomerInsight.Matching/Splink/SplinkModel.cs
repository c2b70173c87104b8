using System.Text.Json;

namespace CustomerInsight.Matching;

/// <summary>A model that Splink (version 4) trained and saved as JSON, as a model of this library.</summary>
/// <param name="Model">
/// The model, without term frequencies, which Splink does not save: give it those of the records with <see cref="MatchModel.WithTermFrequenciesOf"/>.
/// </param>
/// <param name="BlockingRules">The blocking rules, in Splink's order.</param>
/// <param name="Notes">What was taken otherwise than it stands in the file, or not at all, by name; nothing is left out without a note.</param>
/// <remarks>
/// Read are the conditions that Splink's comparison library writes for DuckDB: equality, of parts too; the two columns of a name exchanged; edit
/// distances; Jaro, Jaro–Winkler and Jaccard similarity; differences of dates and numbers; distances on the earth; shared values of arrays; and these put together with AND, OR and NOT. Splink compares values as
/// they stand in its columns: the same weights come out where the standardizers (<see cref="StandardizerSet"/>) do what was done to the columns before.
/// <para>Source: Linacre et al., "Splink: Free software for probabilistic record linkage at scale", IJPDS 7(3), 2022.</para>
/// </remarks>
public sealed record SplinkModel(MatchModel Model, ValueList<BlockingRule> BlockingRules, ValueList<SplinkNote> Notes)
{
    /// <summary>Gets a value indicating whether everything that weights and pairs depend on was taken.</summary>
    public bool IsComplete => !Notes.Any(static note => note.IsLoss);

    /// <summary>Reads a model that Splink saved.</summary>
    /// <param name="source">The JSON; stays open.</param>
    /// <param name="attributes">The attribute that stands for each of Splink's columns; null, or no entry, where both have one name.</param>
    /// <returns>The model and what was not taken of it.</returns>
    /// <exception cref="MatchModelFileException">The file is no model that Splink saved, or its numbers are impossible, or no comparison of it can be taken.</exception>
    public static SplinkModel Read(Stream source, IReadOnlyDictionary<string, string>? attributes = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        attributes ??= new Dictionary<string, string>();
        SplinkFile file = Parse(source);
        if (file.Comparisons is not { Length: > 0 } comparisons || file.MatchShare is not { } share)
        {
            throw new MatchModelFileException(MatchModelFileException.OtherKind, "$", "the file has no comparisons with a probability_two_random_records_match, so it is no model that Splink 4 saved. Save it with linker.misc.save_model_to_json");
        }

        if (share is not (> 0 and < 1))
        {
            throw new MatchModelFileException(MatchModelFileException.ImpossibleValues, "$.probability_two_random_records_match", "it must lie between 0 and 1. Train and save the model again");
        }

        var notes = new List<SplinkNote>();
        NoteLinkType(file.LinkType, notes);
        ComparisonParameters[] read = [.. comparisons.Select(comparison => new SplinkComparison(comparison, attributes, notes).Read()).OfType<ComparisonParameters>()];
        BlockingRule[] rules = [.. (file.BlockingRules ?? []).Select(rule => SplinkBlocking.Read(rule, attributes, notes)).OfType<BlockingRule>()];
        return read.Length > 0
            ? new SplinkModel(
                new MatchModel(share, read, new Dictionary<string, TermFrequencies>(), IdentifierPolicies.Default, priorStrength: 0),
                ValueList.From(rules),
                ValueList.From(notes))
            : throw new MatchModelFileException(MatchModelFileException.ImpossibleValues, "$.comparisons", $"none of the {comparisons.Length} comparisons can be taken; the first reason: {notes[0].Where}: {notes[0].Text}");
    }

    /// <summary>Which records may be one customer is no part of a model here but an option; another than the usual one must be set by the host.</summary>
    private static void NoteLinkType(JsonElement? type, List<SplinkNote> notes)
    {
        string name = type is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "dedupe_only";
        LinkMode? mode = name switch
        {
            "dedupe_only" or "link_and_dedupe" => LinkMode.DedupeAndLink,
            "link_only" => LinkMode.LinkOnly,
            _ => null,
        };
        if (mode != LinkMode.DedupeAndLink)
        {
            string what = mode is null ? "which is not known; all records are compared" : $"so set {nameof(MatchingOptions)}.{nameof(MatchingOptions.LinkMode)} to {nameof(LinkMode)}.{mode}, or records of one source are linked too";
            notes.Add(new SplinkNote("link_type", string.Empty, $"it is '{name}', {what}", true));
        }
    }

    private static SplinkFile Parse(Stream source)
    {
        try
        {
            return JsonSerializer.Deserialize(source, MatchModelJson.Default.SplinkFile) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new MatchModelFileException(MatchModelFileException.Unreadable, exception.Path ?? "$", "the file is not complete JSON of a Splink model. Check that it was copied in full, or save it again", exception);
        }
    }
}
