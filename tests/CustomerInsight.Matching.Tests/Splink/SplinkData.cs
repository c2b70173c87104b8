using System.Globalization;
using System.IO.Compression;

namespace CustomerInsight.Matching.Tests;

/// <summary>The shared records as Splink saw them: values as they stand in the file, an empty field is missing.</summary>
internal static class SplinkData
{
    /// <summary>Reads a file without quotations; the key of a record is padded, so that records keep their order by number.</summary>
    public static StandardizedTable Table(params string[] path)
    {
        string[][] rows = [.. Lines(path).Select(static line => line.Split(','))];
        var schema = new RecordSchema(rows[0][1..].Select(static name => new AttributeDefinition(name, new AttributeKind(name))));
        return StandardizedTable.Of(
            rows.Skip(1).Select(row => new SourceRecord(schema, Key(row[0]), [.. row[1..].Select(static value => new AttributeValues(value.Length == 0 ? null : value))])),
            StandardizerSet.Verbatim);
    }

    public static SplinkModel Model(string name)
    {
        using FileStream file = File.OpenRead(SharedData.Path("reference", "splink", $"{name}_model.json"));
        return SplinkModel.Read(file);
    }

    public static IEnumerable<(RecordKey Left, RecordKey Right, double Weight)> Pairs(string name) =>
        Lines("reference", "splink", $"{name}_pairs.csv.gz").Skip(1).Select(static line => line.Split(','))
            .Select(static row => (Key(row[0]), Key(row[1]), double.Parse(row[2], CultureInfo.InvariantCulture)));

    public static IEnumerable<string> Lines(params string[] path)
    {
        using FileStream file = File.OpenRead(SharedData.Path(path));
        using Stream plain = path[^1].EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static RecordKey Key(string id) => new("s", id.PadLeft(8, '0'));
}
