using System.Text;

namespace CustomerInsight.Models;

public sealed partial record SegmentSet
{
    /// <summary>The version of the file format that <see cref="Save"/> writes.</summary>
    public const int FormatVersion = 1;

    internal const string FileKind = "customer-insight/segments";

    /// <summary>Writes the set as JSON that a person or a host's editor can change; docs/segments.md tells the shape.</summary>
    /// <param name="destination">Where to. Stays open.</param>
    /// <exception cref="InvalidOperationException">Conditions are nested deeper than <see cref="MostDepth"/>.</exception>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        destination.Write(Encoding.UTF8.GetBytes(ToJson()));
    }

    /// <summary>Reads a set that <see cref="Save"/> or a person wrote, in this or an earlier version.</summary>
    /// <param name="source">Where from. Stays open.</param>
    /// <returns>The set, equal to the one saved. Whether its questions fit the traits, <see cref="Validate(TraitSchema)"/> says.</returns>
    /// <exception cref="ModelFileException">The file is of a newer version, holds something else or is no set; the message names each place by its path.</exception>
    public static SegmentSet Load(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var reader = new StreamReader(source, Encoding.UTF8, leaveOpen: true);
        return FromJson(reader.ReadToEnd());
    }

    /// <summary>Reads a set of JSON.</summary>
    /// <param name="json">The text that <see cref="ToJson"/> or a person wrote.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ModelFileException">The text is of a newer version, holds something else or is no set; the message names each place by its path.</exception>
    public static SegmentSet FromJson(string json) => SegmentJsonReader.Set(json);

    /// <summary>Reads a set of JSON as far as it can be read, for an editor that shows what is wrong at its place.</summary>
    /// <param name="json">The text.</param>
    /// <param name="problems">What is wrong with the text; none where all of it was read. Whether questions fit the traits, <see cref="Validate(TraitSchema)"/> says.</param>
    /// <returns>The set; null where something is wrong.</returns>
    public static SegmentSet? TryParse(string json, out ValueList<SegmentProblem> problems) => SegmentJsonReader.TrySet(json, out problems);

    /// <summary>Writes the set as JSON.</summary>
    /// <returns>The indented text.</returns>
    /// <exception cref="InvalidOperationException">Conditions are nested deeper than <see cref="MostDepth"/>.</exception>
    public string ToJson() => SegmentJsonWriter.Set(this);
}
