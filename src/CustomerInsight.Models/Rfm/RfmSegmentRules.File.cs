namespace CustomerInsight.Models;

public sealed partial class RfmSegmentRules
{
    /// <summary>The version of the file format that <see cref="Save"/> writes.</summary>
    public const int FormatVersion = 1;

    private const string FileKind = "customer-insight/segment-rules";

    /// <summary>Writes the rules as JSON that a person or a host's own editor may change.</summary>
    /// <param name="destination">Where to. Stays open.</param>
    /// <remarks>
    /// A rule has a name and up to four bands (<c>recency</c>, <c>frequency</c>, <c>monetary</c>, <c>frequencyAndMonetary</c>), each the lowest score it takes and the first it no longer takes,
    /// on the scale of 1 to 5; either may be null for no limit, and a band that is not there takes every score: <c>{"name": "Champions", "recency": [4, null], "frequencyAndMonetary": [4, null]}</c>.
    /// </remarks>
    public void Save(Stream destination) => ModelFile.Save(destination, FileKind, FormatVersion, RfmSegmentRulesFile.From(this), ModelJson.Default.RfmSegmentRulesFile);

    /// <summary>Reads rules that <see cref="Save"/> wrote, as they were or changed.</summary>
    /// <param name="source">Where from. Stays open.</param>
    /// <returns>The rules. Whether every combination of scores has one says <see cref="Check"/>.</returns>
    /// <exception cref="ModelFileException">The file is of a newer version, holds something else or is damaged, or a rule has no name or a band without two limits.</exception>
    public static RfmSegmentRules Load(Stream source) => ModelFile.Load(source, FileKind, FormatVersion, ModelJson.Default.RfmSegmentRulesFile, static file => file.ToRules());
}
