using System.Collections.Frozen;

namespace CustomerInsight.Matching;

/// <summary>A model as a file holds it.</summary>
internal sealed class MatchModelFile
{
    public string? SchemaHash { get; init; }

    public AttributeFile[]? Attributes { get; init; }

    public double? MatchShare { get; init; }

    public double? HouseholdShare { get; init; }

    public double? PriorStrength { get; init; }

    public ComparisonFile[]? Comparisons { get; init; }

    public PolicyFile[]? Identifiers { get; init; }

    /// <summary>The pairs that it compares; nothing where they are to be chosen anew.</summary>
    public BlockingFile? Blocking { get; init; }

    /// <summary>Whether the values that follow were left out.</summary>
    public bool? LacksValues { get; init; }

    public IdentifierFile[]? HubIdentifiers { get; init; }

    public FrequencyFile[]? TermFrequencies { get; init; }

    public static MatchModelFile From(MatchModel model, MatchModelSaveOptions options) => new()
    {
        SchemaHash = model.SchemaHash,
        Attributes = [.. model.TrainedOn.Select(AttributeFile.From)],
        MatchShare = model.MatchShare,
        HouseholdShare = model.HouseholdShare,
        PriorStrength = model.PriorStrength,
        Comparisons = [.. model.Comparisons.Select(ComparisonFile.From)],
        Identifiers = [.. model.Identifiers.Policies.Select(policy => PolicyFile.From(policy, options.IncludeValues))],
        Blocking = model.Blocking is { } blocking ? BlockingFile.From(blocking, options) : null,
        LacksValues = !options.IncludeValues || model.LacksValues ? true : null,
        HubIdentifiers = options.IncludeValues ? [.. model.HubIdentifiers.Order().Select(IdentifierFile.From)] : [],
        TermFrequencies = options.IncludeValues
            ? [.. model.TermFrequencies.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(entry => FrequencyFile.From(entry.Key, entry.Value, options.LeastCount))]
            : [],
    };

    public MatchModel ToModel(MatchModelLoadOptions options, string path)
    {
        var attributes = ValueList.From(FileCheck.Each(Attributes, $"{path}.attributes", static (file, at) => file.ToAttribute(at)));
        if (FileCheck.Present(SchemaHash, $"{path}.schemaHash") != TrainedColumn.HashOf(attributes))
        {
            throw FileCheck.Impossible($"{path}.schemaHash", "it is not the hash of the attributes below it");
        }

        ComparisonParameters[] comparisons = [.. FileCheck.Each(Comparisons, $"{path}.comparisons", (file, at) => file.ToParameters(options, at))];
        Dictionary<string, TermFrequencies> frequencies = [];
        foreach ((string attribute, TermFrequencies counts) in FileCheck.Each(TermFrequencies, $"{path}.termFrequencies", static (file, at) => file.ToFrequencies(at)))
        {
            if (!frequencies.TryAdd(attribute, counts))
            {
                throw FileCheck.Impossible($"{path}.termFrequencies", $"the attribute '{attribute}' comes twice");
            }
        }

        try
        {
            var policies = new IdentifierPolicies(FileCheck.Each(Identifiers, $"{path}.identifiers", static (file, at) => file.ToPolicy(at)));
            var model = new MatchModel(
                FileCheck.Share(MatchShare, $"{path}.matchShare"),
                comparisons,
                frequencies,
                policies,
                FileCheck.Present(PriorStrength, $"{path}.priorStrength"))
            {
                HouseholdShare = FileCheck.Share(HouseholdShare, $"{path}.householdShare"),
                HubIdentifiers = FileCheck.Each(HubIdentifiers, $"{path}.hubIdentifiers", static (file, at) => file.ToIdentifier(at)).ToFrozenSet(),
                TrainedOn = attributes,
                LacksValues = LacksValues ?? false,
            };
            return Blocking is null ? model : model.WithBlocking(Blocking.ToChoice(policies, options, $"{path}.blocking"));
        }
        catch (ArgumentException exception)
        {
            throw FileCheck.Impossible(path, exception.Message, exception);
        }
    }
}
