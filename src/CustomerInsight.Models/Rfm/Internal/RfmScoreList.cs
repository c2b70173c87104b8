using System.Collections;

namespace CustomerInsight.Models;

/// <summary>The scores of all customers as a list; each is made when it is asked for.</summary>
internal sealed class RfmScoreList(PurchaseTable table, RfmModel model, RfmScoreColumns scores, RfmSegments segments) : IReadOnlyList<RfmScore>
{
    public int Count => table.Columns.Count;

    public RfmScore this[int index] => model.ScoreOf(
        table.Customers[index],
        new RfmCell(scores.Recency[index], scores.Frequency[index], scores.Monetary[index], model.Bins),
        segments[index]);

    public IEnumerator<RfmScore> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
