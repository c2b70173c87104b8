using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>A block over the limit; its key is a hash in hexadecimal digits, since JSON numbers do not hold 64 bits everywhere.</summary>
internal sealed class OversizeFile
{
    public string? Key { get; init; }

    public int? Contents { get; init; }

    public PartFile? RefinedBy { get; init; }

    public static OversizeFile From(OversizeBlock block) => new()
    {
        Key = block.Key.ToString("x16", CultureInfo.InvariantCulture),
        Contents = block.Contents,
        RefinedBy = block.RefinedBy is { } part ? PartFile.From(part) : null,
    };

    public OversizeBlock ToBlock(MatchModelLoadOptions options, string path) => new(
        ulong.TryParse(FileCheck.Present(Key, $"{path}.key"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong key)
            ? key
            : throw FileCheck.Impossible($"{path}.key", "sixteen hexadecimal digits are needed"),
        FileCheck.Present(Contents, $"{path}.contents"),
        RefinedBy?.ToPart(options, $"{path}.refinedBy"));
}
