namespace CustomerInsight.Matching.Tests;

public class DirectPersonsTests
{
    private const int Records = 12_000;

    private static readonly AttributeKind[] Kinds = [AttributeKind.GivenName, AttributeKind.FamilyName, AttributeKind.DateOfBirth, AttributeKind.City, AttributeKind.Email, AttributeKind.Phone];

    [SharedFact]
    public void Persons_ContentsKeysAndWeights_AreThoseOfTheRunToTheLastBit()
    {
        string[][] rows = [.. SplinkData.Lines("data", "people", "persons_100k", "records.csv.gz").Take(Records + 1).Select(static line => line.Split(','))];
        var schema = RecordSchema.Union([new RecordSchema(rows[0][1..].Select(static (name, i) => new AttributeDefinition(name, Kinds[i])))]);
        int[] columns = [.. schema.Attributes.Select(attribute => Array.IndexOf(rows[0], attribute.Name))];
        SourceRecord[] records = [.. rows.Skip(1).Select(row => new SourceRecord(schema, new RecordKey("s", row[0]), [.. columns.Select(column => new AttributeValues(row[column]))]))];
        InsightRun run = Runs.Of(records, new MatchingOptions { EveryPairUpTo = 0 });
        StandardizedTable table = run.Records;
        var model = (MatchModel)run.Matches()!.Model;
        var reader = new ContentReader(schema, StandardizerSet.Default, new Dictionary<string, SourceConventions>(), default, LinkMode.DedupeAndLink, model.Identifiers);
        RecordContent[] contents = [.. table.Records.Select(reader.Read)];

        Assert.All(Enumerable.Range(0, table.Count), record => Assert.Equal(DirectPeople.Content(table, record), contents[record]));
        Assert.True(ContentKeysTests.Agree(model.Blocking!, table, new BlockingColumns(table, MatchNodes.Of(table), model.Blocking)));

        IPairScorer scorer = model.Prepare(table).CreateScorer();
        var direct = new DirectScorer(model, schema);
        double least = MatchWeight.OfProbability(new MatchingOptions().KeptProbability);
        var pairs = BlockingPlan.Of(model.Blocking!, table, MatchNodes.Separate(table), new MatchingOptions(), new ParallelOptions()).Candidates
            .Visit<object?, (int Left, int Right)>(static () => null, static (_, _, left, rights, found) => found.AddRange(rights.ToArray().Select(right => (left, right))), null, new ParallelOptions());
        Assert.All(pairs.Where(static (_, i) => i % 4 == 0), pair =>
        {
            double expected = scorer.Weight(pair.Left, pair.Right);
            Assert.Equal(expected, direct.Weight(contents[pair.Left], contents[pair.Right]));
            double found = direct.Weight(contents[pair.Left], contents[pair.Right], least);
            Assert.True(expected >= least ? found.Equals(expected) : found < least);
        });
    }
}
