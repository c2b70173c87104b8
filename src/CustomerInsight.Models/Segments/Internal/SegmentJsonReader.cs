using System.Text.Json;

namespace CustomerInsight.Models;

/// <summary>Reads segments of JSON and collects what is wrong, each with its place.</summary>
internal static class SegmentJsonReader
{
    private const int MostInMessage = 5;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = SegmentNodeReader.MostJsonDepth };

    public static SegmentSet Set(string json) => TrySet(json, out ValueList<SegmentProblem> problems) ?? throw Wrong(problems);

    public static SegmentSet? TrySet(string json, out ValueList<SegmentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(json, ReadSet, out problems);
    }

    public static SegmentCondition Condition(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(json, static (nodes, root) => nodes.Condition(root, string.Empty), out ValueList<SegmentProblem> problems) ?? throw Wrong(problems);
    }

    private static T? Read<T>(string json, Func<SegmentNodeReader, JsonElement, T?> read, out ValueList<SegmentProblem> problems)
        where T : class
    {
        var nodes = new SegmentNodeReader();
        T? found = null;
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            found = read(nodes, document.RootElement);
        }
        catch (JsonException exception)
        {
            nodes.Problem(string.Empty, SegmentProblemCodes.NotJson, FormattableString.Invariant(
                $"The text is no complete JSON, or nested too deep: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}. Correct it there."));
        }

        problems = ValueList.From(nodes.Problems);
        return problems.Count == 0 ? found : null;
    }

    private static SegmentSet? ReadSet(SegmentNodeReader nodes, JsonElement root)
    {
        if (!IsReadable(nodes, root))
        {
            return null;
        }

        nodes.OnlyProperties(root, string.Empty, SegmentJsonNames.Kind, SegmentJsonNames.Version, SegmentJsonNames.Segments);
        string path = SegmentJsonNames.Below(string.Empty, SegmentJsonNames.Segments);
        if (!root.TryGetProperty(SegmentJsonNames.Segments, out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            nodes.Problem(path, SegmentProblemCodes.WrongShape, "Expected an array of segments.");
            return null;
        }

        return new SegmentSet(ValueList.From(list.EnumerateArray().Select((segment, i) => Segment(nodes, segment, SegmentJsonNames.Below(path, i)))));
    }

    private static bool IsReadable(SegmentNodeReader nodes, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || nodes.Text(root, string.Empty, SegmentJsonNames.Kind) is not SegmentSet.FileKind)
        {
            nodes.Problem(string.Empty, SegmentProblemCodes.OtherKind, $"The text does not hold segments: expected an object with \"{SegmentJsonNames.Kind}\": \"{SegmentSet.FileKind}\".");
            return false;
        }

        string path = SegmentJsonNames.Below(string.Empty, SegmentJsonNames.Version);
        if (!root.TryGetProperty(SegmentJsonNames.Version, out JsonElement version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int number) || number < 1)
        {
            nodes.Problem(path, SegmentProblemCodes.WrongShape, FormattableString.Invariant($"Expected the version of the format, a whole number from 1 to {SegmentSet.FormatVersion}."));
            return false;
        }

        if (number > SegmentSet.FormatVersion)
        {
            nodes.Problem(path, SegmentProblemCodes.NewerVersion, FormattableString.Invariant(
                $"The text has format version {number}, but this version of the library reads up to {SegmentSet.FormatVersion}. Update CustomerInsight.Models, or write the segments in version {SegmentSet.FormatVersion}."));
            return false;
        }

        return true;
    }

    private static SegmentDefinition Segment(SegmentNodeReader nodes, JsonElement segment, string path)
    {
        if (segment.ValueKind != JsonValueKind.Object)
        {
            nodes.Problem(path, SegmentProblemCodes.WrongShape, $"Expected an object with \"{SegmentJsonNames.Name}\" and \"{SegmentJsonNames.When}\".");
            return new SegmentDefinition(string.Empty, SegmentCondition.Everyone);
        }

        nodes.OnlyProperties(segment, path, SegmentJsonNames.Name, SegmentJsonNames.Description, SegmentJsonNames.When);
        string name = nodes.Text(segment, path, SegmentJsonNames.Name) ?? string.Empty;
        string description = nodes.Text(segment, path, SegmentJsonNames.Description) ?? string.Empty;
        string when = SegmentJsonNames.Below(path, SegmentJsonNames.When);
        if (!segment.TryGetProperty(SegmentJsonNames.When, out JsonElement condition))
        {
            nodes.Problem(when, SegmentProblemCodes.NotOneCondition, $"The segment has no condition. Write one; {{ \"{SegmentJsonNames.All}\": [] }} takes everyone.");
            return new SegmentDefinition(name, SegmentCondition.Everyone, description);
        }

        return new SegmentDefinition(name, nodes.Condition(condition, when), description);
    }

    private static ModelFileException Wrong(ValueList<SegmentProblem> problems)
    {
        string code = problems[0].Code switch
        {
            SegmentProblemCodes.NotJson => ModelFileException.Unreadable,
            SegmentProblemCodes.OtherKind => ModelFileException.OtherKind,
            SegmentProblemCodes.NewerVersion => ModelFileException.NewerVersion,
            _ => ModelFileException.WrongContent,
        };
        string more = problems.Count > MostInMessage ? FormattableString.Invariant($" And {problems.Count - MostInMessage} more.") : string.Empty;
        return new ModelFileException(code, string.Join(' ', problems.Take(MostInMessage)) + more);
    }
}
