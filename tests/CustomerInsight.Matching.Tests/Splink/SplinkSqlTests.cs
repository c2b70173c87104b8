using System.Text;
using System.Text.Json;

namespace CustomerInsight.Matching.Tests;

public class SplinkSqlTests
{
    private static readonly RecordSchema Schema = new([new("a", new AttributeKind("a")), new("b", new AttributeKind("b")), new("d", new AttributeKind("d"))]);

    [Theory]
    [InlineData("\"a_l\" = \"a_r\"", "x||", "x||", true)]
    [InlineData("a_l = a_r", "x||", "X||", false)]
    [InlineData("a_l = a_r", "||", "||", false)]
    [InlineData("(a_l = a_r) AND (b_l = b_r)", "x|y|", "x|y|", true)]
    [InlineData("(a_l = a_r) AND (b_l = b_r)", "x|y|", "x|z|", false)]
    [InlineData("a_l = a_r OR b_l = b_r", "x|y|", "w|y|", true)]
    [InlineData("a_l = b_r AND a_r = b_l", "x|y|", "y|x|", true)]
    [InlineData("a_l = b_r AND b_l = a_r", "x|y|", "y|x|", true)]
    [InlineData("a_l = b_r AND a_r = b_l", "x||", "y|x|", false)]
    [InlineData("NOT a_l = a_r", "x||", "y||", true)]
    [InlineData("NOT a_l = a_r", "x||", "||", false)]
    [InlineData("NOT (a_l = a_r AND b_l = b_r)", "x|y|", "x|z|", true)]
    [InlineData("NOT (a_l = a_r AND b_l = b_r)", "w||", "x||", true)]
    [InlineData("NOT (a_l = a_r AND b_l = b_r)", "x||", "x||", false)]
    [InlineData("a_l IS NULL OR a_r IS NULL", "x||", "||", true)]
    [InlineData("a_l IS NULL OR a_r IS NULL", "x||", "x||", false)]
    [InlineData("a_l IS NOT NULL AND a_r IS NOT NULL", "x||", "y||", true)]
    [InlineData("NOT (a_l IS NULL OR a_r IS NULL)", "x||", "y||", true)]
    [InlineData("(a_l IS NULL OR a_r IS NULL) AND (b_l IS NULL OR b_r IS NULL)", "x||", "|y|", true)]
    [InlineData("levenshtein(a_l, a_r) <= 1", "form||", "from||", false)]
    [InlineData("levenshtein(a_l, a_r) <= 2", "form||", "from||", true)]
    [InlineData("levenshtein(a_l, a_r) < 2", "form||", "from||", false)]
    [InlineData("damerau_levenshtein(a_l, a_r) <= 1", "form||", "from||", true)]
    [InlineData("damerau_levenshtein(a_l, a_r) <= 2", "ca||", "abc||", true)]
    [InlineData("jaro_winkler_similarity(a_l, a_r) >= 0.9", "martha||", "marhta||", true)]
    [InlineData("jaro_winkler_similarity(a_l, a_r) >= 0.97", "martha||", "marhta||", false)]
    [InlineData("jaro_winkler_similarity(a_l, a_r) > 1", "martha||", "marhta||", null)]
    [InlineData("NULLIF(regexp_extract(a_l, '^[^@]+', 0), '') = NULLIF(regexp_extract(a_r, '^[^@]+', 0), '')", "ann@a.com||", "ann@b.org||", true)]
    [InlineData("NULLIF(regexp_extract(a_l, '^[0-9]+', 0), '') = NULLIF(regexp_extract(a_r, '^[0-9]+', 0), '')", "ann||", "ann||", false)]
    [InlineData("regexp_extract(a_l, '([a-z])([0-9])', 2) = regexp_extract(a_r, '([a-z])([0-9])', 2)", "x7||", "y7||", true)]
    [InlineData("SUBSTRING(a_l, 1, 2) = SUBSTRING(a_r, 1, 2)", "xyz||", "xy||", true)]
    [InlineData("ABS(EPOCH(try_strptime(d_l, '%Y-%m-%d')) - EPOCH(try_strptime(d_r, '%Y-%m-%d'))) <= 2629800.0", "||2000-01-01", "||2000-01-31", true)]
    [InlineData("ABS(EPOCH(try_strptime(d_l, '%Y-%m-%d')) - EPOCH(try_strptime(d_r, '%Y-%m-%d'))) <= 2629800.0", "||2000-01-01", "||2000-02-01", false)]
    [InlineData("try_strptime(d_l, '%Y-%m-%d') IS NULL OR try_strptime(d_r, '%Y-%m-%d') IS NULL", "||1830-00-01", "||2000-02-01", true)]
    [InlineData("try_strptime(d_l, '%Y%m%d') IS NULL OR try_strptime(d_r, '%Y%m%d') IS NULL", "||19330925", "||19340101", false)]
    [InlineData("try_strptime(d_l, '%Y%m%d') IS NULL OR try_strptime(d_r, '%Y%m%d') IS NULL", "||19330925", "||19331301", true)]
    [InlineData("try_strptime(d_l, '%Y%m%d') IS NULL OR try_strptime(d_r, '%Y%m%d') IS NULL", "||19330925", "||1933-09-25", true)]
    [InlineData("ABS(EPOCH(try_strptime(d_l, '%d.%m.%Y')) - EPOCH(try_strptime(d_r, '%d.%m.%Y'))) <= 2629800.0", "||31.12.1999", "||30.01.2000", true)]
    [InlineData("ABS(EPOCH(try_strptime(d_l, '%d.%m.%Y')) - EPOCH(try_strptime(d_r, '%d.%m.%Y'))) <= 2629800.0", "||31.12.1999", "||31.01.2000", false)]
    [InlineData("ABS(EPOCH(try_strptime(d_l, '%d.%m.%Y')) - EPOCH(try_strptime(d_r, '%d.%m.%Y'))) < 86400", "||1.2.2000", "||01.02.2000", true)]
    [InlineData("NOT ABS(EPOCH(try_strptime(d_l, '%Y%m%d')) - EPOCH(try_strptime(d_r, '%Y%m%d'))) <= 86400", "||20000101", "||20000103", true)]
    [InlineData("NOT ABS(EPOCH(try_strptime(d_l, '%Y%m%d')) - EPOCH(try_strptime(d_r, '%Y%m%d'))) <= 86400", "||20000101", "||x", false)]
    [InlineData("try_strptime(d_l, '%d %b %Y') IS NULL OR try_strptime(d_r, '%d %b %Y') IS NULL", "||x", "||x", null)]
    [InlineData("jaccard(a_l, a_r) >= 0.9", "abc||", "cab||", true)]
    [InlineData("jaccard(a_l, a_r) >= 0.9", "abc||", "cabd||", false)]
    [InlineData("jaro_similarity(a_l, a_r) >= 0.94", "martha||", "marhta||", true)]
    [InlineData("ABS(a_l - a_r) <= 5", "10||", "15||", true)]
    [InlineData("ABS(a_l - a_r) < 5", "10||", "15||", false)]
    [InlineData("(ABS(a_l - a_r) / (CASE WHEN a_r > a_l THEN a_r ELSE a_l END)) < 0.05", "100||", "104||", true)]
    [InlineData("(ABS(a_l - a_r) / (CASE WHEN a_r > a_l THEN a_r ELSE a_l END)) < 0.05", "100||", "120||", false)]
    [InlineData("(ABS(a_l - a_r) / (CASE WHEN a_r > a_l THEN a_l ELSE a_r END)) < 0.05", "100||", "104||", null)]
    [InlineData("array_length(list_intersect(a_l, a_r)) >= 1", "x||", "x||", true)]
    [InlineData("array_length(list_intersect(a_l, a_r)) >= 2", "x||", "x||", false)]
    [InlineData("(a_r is not null AND a_l is not null AND b_l is not null AND b_r is not null) AND cast(acos(case when (sin( radians(a_l) ) * sin( radians(a_r) ) + cos( radians(a_l) ) * cos( radians(a_r) ) * cos( radians(b_r - b_l) )) > 1 then 1 when (sin( radians(a_l) ) * sin( radians(a_r) ) + cos( radians(a_l) ) * cos( radians(a_r) ) * cos( radians(b_r - b_l) )) < -1 then -1 else (sin( radians(a_l) ) * sin( radians(a_r) ) + cos( radians(a_l) ) * cos( radians(a_r) ) * cos( radians(b_r - b_l) )) end) * 6371 as float) <= 1", "51.5|0.0|", "51.5|0.01|", true)]
    [InlineData("cast(acos(case when (sin( radians(a_l) ) * sin( radians(a_r) ) + cos( radians(a_l) ) * cos( radians(a_r) ) * cos( radians(b_r - b_l) )) > 1 then 1 when (sin( radians(a_l) ) * sin( radians(a_r) ) + cos( radians(a_l) ) * cos( radians(a_r) ) * cos( radians(b_r - b_l) )) < -1 then -1 else (sin( radians(a_l) ) * sin( radians(a_r) ) + cos( radians(a_l) ) * cos( radians(a_r) ) * cos( radians(b_r - b_l) )) end) * 6371 as float) <= 0.5", "51.5|0.0|", "51.5|0.01|", false)]
    [InlineData("a_l = 'it''s' AND a_r = 'it''s'", "it's||", "it's||", null)]
    [InlineData("a_l = b_r", "x|y|", "y|x|", null)]
    [InlineData("a_l = a_l", "x||", "x||", null)]
    [InlineData("a_l IS NULL", "x||", "x||", null)]
    [InlineData("soundslike(a_l, a_r) > 3", "x||", "x||", null)]
    [InlineData("regexp_extract(a_l, '(?=x)', 0) = regexp_extract(a_r, '(?=x)', 0)", "x||", "x||", null)]
    [InlineData("a_l = a_r AND", "x||", "x||", null)]
    [InlineData("list_max(list_transform(a_l, x -> x)) > 1", "x||", "x||", null)]
    public void Read_ACondition_HoldsWhereSqlSaysTrueOrIsNotedAsNotTaken(string sql, string left, string right, bool? holds)
    {
        SplinkModel model = Read(sql);
        if (holds is null)
        {
            SplinkNote note = Assert.Single(model.Notes, static note => note.IsLoss);
            Assert.Equal(sql, note.Sql);
            Assert.Equal("c: tested", note.Where);
            return;
        }

        StandardizedTable table = StandardizedTable.Of([Record("1", left), Record("2", right)], StandardizerSet.Verbatim);
        Assert.True(model.IsComplete, string.Join("; ", model.Notes));
        PairTest test = model.Model.Comparisons[0].Comparison.Levels.Single(static level => level.Name == "tested").Condition.Compile(PairTestCompiler.For(table));
        Assert.Equal((holds, holds), (test.Holds(0, 1), test.Holds(1, 0)));
    }

    [Fact]
    public void Read_ColumnsAndFrequencies_AreTakenAsMappedAndWeighed()
    {
        SplinkModel model = Read("a_l = a_r", ", \"tf_adjustment_column\": \"a\", \"tf_adjustment_weight\": 0.5, \"tf_minimum_u_value\": 0.01", new() { ["a"] = "b" });
        ComparisonLevel level = model.Model.Comparisons[0].Comparison.Levels.Single(static level => level.Name == "tested");
        var frequencies = new Dictionary<string, TermFrequencies> { ["b"] = new(1000, [new("rare", 2), new("common", 500)]) };
        StandardizedTable table = StandardizedTable.Of([Record("1", "|rare|"), Record("2", "|rare|"), Record("3", "|common|"), Record("4", "|common|")], StandardizerSet.Verbatim);
        IPairScorer scorer = model.Model.WithTermFrequencies(frequencies).Prepare(table).CreateScorer();

        Assert.Equal(("b", 0.5, 0.01), (level.TermFrequency, level.TermFrequencyWeight, level.LeastFrequency));
        Assert.Equal(["b"], model.Model.FrequencyAttributes);
        Assert.Equal(0.5 * Math.Log2(0.25 / 0.01), scorer.Weight(0, 1) - model.Model.PriorWeight - 1, 1e-9);
        Assert.Equal(0.5 * Math.Log2(0.25 / 0.5), scorer.Weight(2, 3) - model.Model.PriorWeight - 1, 1e-9);
    }

    [Fact]
    public void Weight_OfALevelOfAlikeValues_TakesTheCommonerAndTheUOfEqualOnes()
    {
        SplinkModel model = Read("levenshtein(a_l, a_r) <= 1", ", \"tf_adjustment_column\": \"a\"", null, "{\"sql_condition\": \"a_l = a_r\", \"label_for_charts\": \"equal\", \"m_probability\": 0.4, \"u_probability\": 0.125},");
        StandardizedTable table = StandardizedTable.Of([Record("1", "ann||"), Record("2", "anne||")], StandardizerSet.Verbatim);
        var frequencies = new Dictionary<string, TermFrequencies> { ["a"] = new(1000, [new("ann", 250), new("anne", 10)]) };
        IPairScorer scorer = model.Model.WithTermFrequencies(frequencies).Prepare(table).CreateScorer();

        Assert.Equal(Math.Log2(0.125 / 0.25), scorer.Weight(0, 1) - model.Model.PriorWeight - 1, 1e-9);
        Assert.Equal(scorer.Weight(0, 1), scorer.Weight(1, 0));
    }

    [Theory]
    [InlineData("{}", MatchModelFileException.OtherKind)]
    [InlineData("{\"comparisons\": [", MatchModelFileException.Unreadable)]
    [InlineData("null", MatchModelFileException.Unreadable)]
    [InlineData("{\"probability_two_random_records_match\": 2, \"comparisons\": [{}]}", MatchModelFileException.ImpossibleValues)]
    [InlineData("{\"probability_two_random_records_match\": 0.1, \"comparisons\": [{}]}", MatchModelFileException.ImpossibleValues)]
    [InlineData("{\"probability_two_random_records_match\": 0.1, \"comparisons\": [{\"comparison_levels\": [{\"sql_condition\": \"a_l = a_r\", \"m_probability\": 7}]}]}", MatchModelFileException.ImpossibleValues)]
    public void Read_NoModelOfSplinks_SaysSo(string json, string code) =>
        Assert.Equal(code, Assert.Throws<MatchModelFileException>(() => SplinkModel.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)))).Code);

    [Fact]
    public void Read_ASqlThatIsNestedOrChainedWithoutEnd_IsNotedAsNotTaken()
    {
        static string Times(string text) => string.Concat(Enumerable.Repeat(text, 100_000));

        Assert.All(
            [Times("-") + "1", Times("(") + "a_l", Times("NOT ") + "a_l = a_r", "a_l" + Times("::varchar"), "1" + Times("+1"), "1" + Times("*1"), "a_l = a_r" + Times(" OR a_l = a_r"), Times("abs("), Times("case when ")],
            static sql => Assert.Single(Read(sql).Notes, static note => note.IsLoss));
        Assert.All(
            [new string('(', 90) + "1" + string.Concat(Enumerable.Repeat("+1+1+1+1+1+1+1)", 90)) + " < 1", "1" + string.Concat(Enumerable.Repeat("::a+1", 400)) + " < 1"],
            static sql => Assert.Contains("too deeply", Assert.Single(Read(sql).Notes, static note => note.IsLoss).Text, StringComparison.Ordinal));
        Assert.True(Read(string.Concat(Enumerable.Repeat("a_l = a_r OR ", 1000)) + "a_l = a_r").IsComplete);
        Assert.True(Read("abs(a_l - a_r) <= --5").IsComplete);
    }

    [Theory]
    [InlineData("\"dedupe_only\"", null)]
    [InlineData("\"link_and_dedupe\"", null)]
    [InlineData("null", null)]
    [InlineData("\"link_only\"", "LinkMode.LinkOnly")]
    [InlineData("\"other\"", "'other'")]
    public void Read_ALinkType_IsNotedWhereItAsksForAnOption(string type, string? noted)
    {
        string json = $$"""{"link_type": {{type}}, "probability_two_random_records_match": 0.1, "comparisons": [{"comparison_levels": [{"sql_condition": "a_l IS NULL OR a_r IS NULL", "is_null_level": true}, {"sql_condition": "a_l = a_r", "m_probability": 0.5, "u_probability": 0.1}, {"sql_condition": "ELSE", "m_probability": 0.5, "u_probability": 0.9}]}]}""";
        SplinkModel model = SplinkModel.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(noted is null, model.IsComplete);
        Assert.All(model.Notes, note => Assert.Contains(noted!, note.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_BlockingRulesThatCannotBeTaken_AreNoted()
    {
        SplinkModel model = Read("a_l = a_r", rules: "\"l.a = r.a AND levenshtein(l.b, r.b) <= 1\", \"l.d = r.d AND l.a > r.b\", \"l.a < r.a\", {\"blocking_rule\": \"l.\\\"a\\\" = r.\\\"a\\\" AND SUBSTR(l.b, 1, 2) = SUBSTR(r.b, 1, 2)\"}");

        Assert.Equal(["a where b fit", "d", "a + b (first 2)"], model.BlockingRules.Select(static rule => rule.Name));
        Assert.Equal([false, true], model.Notes.Where(static note => note.Where == "blocking rule").Select(static note => note.IsLoss));
    }

    /// <summary>A model of one comparison: nulls of a, the levels before, the one under test (m .5, u .25), and at last equality of a, so that something stays.</summary>
    private static SplinkModel Read(string sql, string settings = "", Dictionary<string, string>? attributes = null, string before = "", string rules = "") =>
        SplinkModel.Read(new MemoryStream(Encoding.UTF8.GetBytes($$"""
            {"probability_two_random_records_match": 0.01, "blocking_rules_to_generate_predictions": [{{rules}}], "comparisons": [{"output_column_name": "c", "comparison_levels": [
                {"sql_condition": "a_l IS NULL OR a_r IS NULL", "label_for_charts": "null", "is_null_level": true},
                {{before}}
                {"sql_condition": {{JsonSerializer.Serialize(sql)}}, "label_for_charts": "tested", "m_probability": 0.5, "u_probability": 0.25{{settings}}},
                {"sql_condition": "a_l = a_r", "label_for_charts": "last", "m_probability": 0.3, "u_probability": 0.2},
                {"sql_condition": "ELSE", "label_for_charts": "else", "m_probability": 0.2, "u_probability": 0.55}]}]}
            """)), attributes);

    private static SourceRecord Record(string id, string values) =>
        new(Schema, new RecordKey("s", id), [.. values.Split('|').Select(static value => new AttributeValues(value.Length == 0 ? null : value))]);
}
