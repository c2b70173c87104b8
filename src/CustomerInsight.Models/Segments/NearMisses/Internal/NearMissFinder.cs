using System.Numerics;

namespace CustomerInsight.Models;

/// <summary>Finds who would be in a segment if one answer were otherwise: the segment, and what it asks for as far as that changes, is evaluated anew with each answer turned round.</summary>
internal static class NearMissFinder
{
    public static ValueList<NearMissQuestion> Find(SegmentEngine engine, SegmentResult result, int segment, int most, int maxDegreeOfParallelism, CancellationToken cancellationToken)
    {
        TraitTable table = result.Table;
        int[] needed = engine.Graph.Needed(segment);
        var bitmaps = needed.ToDictionary(static position => position, position => new ulong[result.Bitmap(position).Length]);
        var found = new List<NearMissQuestion>();
        foreach ((string path, TraitCondition question) in Questions(engine, segment))
        {
            cancellationToken.ThrowIfCancellationRequested();
            HashSet<int> turned = Turned(engine.Graph, needed, SegmentJsonNames.SegmentOf(path));
            var rows = new ConditionRows(table, name => turned.Contains(engine.PositionOf(name)) ? bitmaps[engine.PositionOf(name)] : result.Bitmap(engine.PositionOf(name)), path);
            SegmentEngine.Fill(
                [.. needed.Where(turned.Contains).Select(position => (rows.Of(engine.Set.Segments[position].When, SegmentJsonNames.WhenOf(position)), bitmaps[position]))],
                table.Customers.Count,
                maxDegreeOfParallelism,
                cancellationToken);
            found.Add(Of(path, question, table, result.Bitmap(segment), bitmaps[segment], most));
        }

        return ValueList.From(found);
    }

    /// <summary>The segments that an answer in one of them may change: that one, and those that ask for it.</summary>
    private static HashSet<int> Turned(SegmentGraph graph, int[] needed, int segment)
    {
        var turned = new HashSet<int> { segment };
        foreach (int position in needed)
        {
            foreach ((int asked, _) in graph.Asked(position))
            {
                if (turned.Contains(asked))
                {
                    turned.Add(position);
                }
            }
        }

        return turned;
    }

    private static NearMissQuestion Of(string path, TraitCondition question, TraitTable table, ReadOnlySpan<ulong> members, ulong[] turned, int most)
    {
        TraitColumn column = table[question.Trait]!;
        var distance = new QuestionDistance(question, column.Definition.Kind, table.AsOf);
        var misses = new List<(int Row, double? Distance)>();
        for (int word = 0; word < turned.Length; word++)
        {
            for (ulong rest = turned[word] & ~members[word]; rest != 0; rest &= rest - 1)
            {
                int row = (word * RowTest.WordRows) + BitOperations.TrailingZeroCount(rest);
                misses.Add((row, distance.Of(column[row])));
            }
        }

        return new NearMissQuestion(path, question, misses.Count, ValueList.From(misses
            .OrderBy(static miss => Math.Abs(miss.Distance ?? double.PositiveInfinity)).ThenBy(static miss => miss.Row)
            .Take(most).Select(miss => new NearMiss(table.Customers[miss.Row], miss.Distance))));
    }

    /// <summary>The questions of a segment and of those it asks for, each place once.</summary>
    private static IEnumerable<(string Path, TraitCondition Question)> Questions(SegmentEngine engine, int segment)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return OfSegment(segment);

        IEnumerable<(string, TraitCondition)> OfSegment(int position) => ConditionQuestions.Of(engine.Set.Segments[position].When, SegmentJsonNames.WhenOf(position)).SelectMany(item => item.Question switch
        {
            TraitCondition question => [(item.Path, question)],
            InSegmentCondition asked when seen.Add(asked.Segment) => OfSegment(engine.PositionOf(asked.Segment)),
            _ => [],
        });
    }
}
