using System.Numerics;

namespace CustomerInsight.Models;

/// <summary>Finds who would be in a segment if one answer were otherwise: the segment is evaluated anew with each answer turned round.</summary>
internal static class NearMissFinder
{
    public static ValueList<NearMissQuestion> Find(SegmentEngine engine, SegmentResult result, int segment, int most, int maxDegreeOfParallelism, CancellationToken cancellationToken)
    {
        TraitTable table = result.Table;
        var found = new List<NearMissQuestion>();
        ulong[] turned = new ulong[result.Bitmap(segment).Length];
        foreach ((string path, TraitCondition question) in Questions(engine, segment))
        {
            cancellationToken.ThrowIfCancellationRequested();
            RowTest test = new ConditionRows(table, engine.Asked, path).Of(engine.Set.Segments[segment].When, SegmentJsonNames.WhenOf(segment));
            SegmentEngine.Fill([(test, turned)], table.Customers.Count, maxDegreeOfParallelism, cancellationToken);
            found.Add(Of(path, question, table, result.Bitmap(segment), turned, most));
        }

        return ValueList.From(found);
    }

    private static NearMissQuestion Of(string path, TraitCondition question, TraitTable table, ReadOnlySpan<ulong> members, ulong[] turned, int most)
    {
        TraitColumn column = table[question.Trait]!;
        var misses = new List<(int Row, double? Distance)>();
        for (int word = 0; word < turned.Length; word++)
        {
            for (ulong rest = turned[word] & ~members[word]; rest != 0; rest &= rest - 1)
            {
                int row = (word * RowTest.WordRows) + BitOperations.TrailingZeroCount(rest);
                misses.Add((row, null));
            }
        }

        for (int i = 0; i < misses.Count; i++)
        {
            TraitValue actual = column[misses[i].Row];
            bool mustHold = !QuestionAnswer.Of(question, actual, table.AsOf);
            misses[i] = (misses[i].Row, QuestionDistance.Of(question, mustHold, actual, table.AsOf));
        }

        return new NearMissQuestion(path, question, misses.Count, ValueList.From(misses
            .OrderBy(static miss => Math.Abs(miss.Distance ?? double.PositiveInfinity)).ThenBy(static miss => miss.Row)
            .Take(most).Select(miss => new NearMiss(table.Customers[miss.Row], miss.Distance))));
    }

    /// <summary>The questions of a segment and of those it asks for, each place once.</summary>
    private static IEnumerable<(string Path, TraitCondition Question)> Questions(SegmentEngine engine, int segment)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Of(engine.Set.Segments[segment].When, SegmentJsonNames.WhenOf(segment));

        IEnumerable<(string, TraitCondition)> Of(SegmentCondition condition, string path) => ConditionQuestions.Of(condition, path).SelectMany(item => item.Question switch
        {
            TraitCondition question => [(item.Path, question)],
            InSegmentCondition asked when seen.Add(asked.Segment) => Of(engine.Asked(asked.Segment).When, engine.Asked(asked.Segment).Path),
            _ => [],
        });
    }
}
