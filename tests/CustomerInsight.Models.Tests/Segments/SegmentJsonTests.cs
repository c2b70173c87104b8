using System.Text;

namespace CustomerInsight.Models.Tests;

public sealed class SegmentJsonTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    private static readonly SegmentSet Example = new(
    [
        new("Staff", new Trait("email").EndsWith("@shop.example") with { IgnoreCase = true }),
        new(
            "Lapsing regulars",
            new Trait("orders").AtLeast(3) & new Trait("last").MoreThanDaysAgo(90) & new Trait("born").Between(new DateOnly(1950, 1, 1), new DateOnly(1999, 12, 31))
                & (new Trait("country").IsOneOf("NL", "BE") | new Trait("tags").HasAny("vip") | new Trait("letter").Is(true)) & new Trait("revenue").IsKnown() & !SegmentCondition.InSegment("Staff"),
            "Bought often, silent for a quarter"),
    ]);

    [Fact]
    public void ToJson_Example_IsWhatAPersonWouldWrite() => Assert.Equal(
        """
        {
          "kind": "customer-insight/segments",
          "version": 1,
          "segments": [
            {
              "name": "Staff",
              "when": {
                "trait": "email",
                "endsWith": "@shop.example",
                "ignoreCase": true
              }
            },
            {
              "name": "Lapsing regulars",
              "description": "Bought often, silent for a quarter",
              "when": {
                "all": [
                  {
                    "trait": "orders",
                    "atLeast": 3
                  },
                  {
                    "trait": "last",
                    "moreThanDaysAgo": 90
                  },
                  {
                    "trait": "born",
                    "between": [
                      "1950-01-01",
                      "1999-12-31"
                    ]
                  },
                  {
                    "any": [
                      {
                        "trait": "country",
                        "isOneOf": [
                          "NL",
                          "BE"
                        ]
                      },
                      {
                        "trait": "tags",
                        "hasAny": [
                          "vip"
                        ]
                      },
                      {
                        "trait": "letter",
                        "is": true
                      }
                    ]
                  },
                  {
                    "trait": "revenue",
                    "isKnown": true
                  },
                  {
                    "not": {
                      "segment": "Staff"
                    }
                  }
                ]
              }
            }
          ]
        }
        """.ReplaceLineEndings("\n"),
        Example.ToJson());

    [Fact]
    public void FromJson_AnySet_IsTheOneWritten() => Prop.ForAll(Seeds, seed =>
    {
        SegmentSet set = new DrawnSegments((ulong)seed).Set(4);
        Assert.Equal(set, SegmentSet.FromJson(set.ToJson()));
        Assert.All(set.Segments, segment => Assert.Equal(segment.When, SegmentCondition.FromJson(segment.When.ToJson())));
        Assert.Empty(SegmentSet.FromJson(set.ToJson()).Validate(DrawnSegments.Schema));
        return true;
    }).Check(Quick.Tests(300));

    [Fact]
    public void Load_SavedSet_IsTheSame()
    {
        using var file = new MemoryStream();
        Example.Save(file);
        file.Position = 0;

        Assert.Equal(Example, SegmentSet.Load(file));
        Assert.True(file.CanRead);
    }

    [Fact]
    public void Load_WrittenByHand_AllowsCommentsTrailingCommasAndSingleOperands()
    {
        const string Json = """
            {
              // for the autumn letter
              "kind": "customer-insight/segments", "version": 1,
              "segments": [ { "when": { "trait": "tags", "hasAny": "vip" }, "name": "VIP", }, { "name": "All", "when": { "all": [] } } ],
            }
            """;

        Assert.Equal(new SegmentSet([new("VIP", new Trait("tags").HasAny("vip")), new("All", SegmentCondition.Everyone)]), SegmentSet.FromJson(Json));
        using var file = new MemoryStream([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Json)]);
        Assert.Equal(2, SegmentSet.Load(file).Segments.Count);
    }

    [Theory]
    [InlineData("{ \"trait\": \"a\", \"atleast\": 3 }", "/segments/0/when/atleast", SegmentProblemCodes.UnknownProperty)]
    [InlineData("{ \"trait\": \"a\", \"atLeast\": 3, \"atMost\": 4 }", "/segments/0/when", SegmentProblemCodes.NotOneCondition)]
    [InlineData("{ \"trait\": \"a\" }", "/segments/0/when", SegmentProblemCodes.NotOneCondition)]
    [InlineData("{ \"trait\": 4, \"is\": 3 }", "/segments/0/when/trait", SegmentProblemCodes.WrongShape)]
    [InlineData("{ \"trait\": \"a\", \"is\": {} }", "/segments/0/when/is", SegmentProblemCodes.WrongShape)]
    [InlineData("{ \"trait\": \"a\", \"is\": 1e999 }", "/segments/0/when/is", SegmentProblemCodes.WrongShape)]
    [InlineData("{ \"trait\": \"a\", \"isOneOf\": [1, null] }", "/segments/0/when/isOneOf/1", SegmentProblemCodes.WrongShape)]
    [InlineData("{ \"trait\": \"a\", \"isMissing\": false }", "/segments/0/when/isMissing", SegmentProblemCodes.WrongShape)]
    [InlineData("{ \"trait\": \"a\", \"is\": \"b\", \"ignoreCase\": 1 }", "/segments/0/when/ignoreCase", SegmentProblemCodes.UnknownProperty)]
    [InlineData("{ \"all\": [ { \"not\": { \"any\": [ {}, { \"segment\": \"x\", \"a/b~c\": 1 } ] } } ] }", "/segments/0/when/all/0/not/any/0 /segments/0/when/all/0/not/any/1/a~1b~0c", "not-one-condition unknown-property")]
    [InlineData("{ \"all\": {} }", "/segments/0/when/all", SegmentProblemCodes.WrongShape)]
    [InlineData("{ \"all\": [], \"any\": [] }", "/segments/0/when", SegmentProblemCodes.NotOneCondition)]
    [InlineData("[]", "/segments/0/when", SegmentProblemCodes.NotOneCondition)]
    public void TryParse_WrongCondition_SaysEachPlace(string condition, string paths, string codes)
    {
        string json = $"{{ \"kind\": \"customer-insight/segments\", \"version\": 1, \"segments\": [ {{ \"name\": \"s\", \"when\": {condition} }} ] }}";

        Assert.Null(SegmentSet.TryParse(json, out ValueList<SegmentProblem> problems));

        Assert.Equal(paths.Split(' '), problems.Select(problem => problem.Path));
        Assert.Equal(codes.Split(' '), problems.Select(problem => problem.Code));
        ModelFileException error = Assert.Throws<ModelFileException>(() => SegmentSet.FromJson(json));
        Assert.Equal(ModelFileException.WrongContent, error.Code);
        Assert.Contains(problems[0].ToString(), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"kind\": \"customer-insight/rfm\", \"version\": 1 }", SegmentProblemCodes.OtherKind, ModelFileException.OtherKind)]
    [InlineData("[]", SegmentProblemCodes.OtherKind, ModelFileException.OtherKind)]
    [InlineData("{ \"kind\": \"customer-insight/segments\", \"version\": 2 }", SegmentProblemCodes.NewerVersion, ModelFileException.NewerVersion)]
    [InlineData("{ \"kind\": \"customer-insight/segments\", \"version\": \"1\" }", SegmentProblemCodes.WrongShape, ModelFileException.WrongContent)]
    [InlineData("{ \"kind\": \"customer-insight/segments\", \"version\": 1, \"segments\": {} }", SegmentProblemCodes.WrongShape, ModelFileException.WrongContent)]
    [InlineData("{ \"kind\": \"customer-insight/segments\", \"version\": 1, \"segments\": [4] }", SegmentProblemCodes.WrongShape, ModelFileException.WrongContent)]
    [InlineData("{ \"kind\": \"customer-insight/segments\", \"version\": 1, \"segments\": [{ \"name\": \"a\" }] }", SegmentProblemCodes.NotOneCondition, ModelFileException.WrongContent)]
    [InlineData("{ \"kind\": ", SegmentProblemCodes.NotJson, ModelFileException.Unreadable)]
    [InlineData("", SegmentProblemCodes.NotJson, ModelFileException.Unreadable)]
    public void TryParse_WrongText_SaysWhy(string json, string code, string error)
    {
        Assert.Null(SegmentSet.TryParse(json, out ValueList<SegmentProblem> problems));
        Assert.Equal(code, problems[0].Code);
        Assert.Equal(error, Assert.Throws<ModelFileException>(() => SegmentSet.FromJson(json)).Code);
    }

    [Fact]
    public void Depth_UpToTheMost_IsReadAndBeyondItRefused()
    {
        SegmentCondition deep = new Trait("orders").IsKnown();
        for (int i = 0; i < SegmentSet.MostDepth; i++)
        {
            deep = SegmentCondition.All(deep);
        }

        var set = new SegmentSet([new("deep", deep)]);
        Assert.Equal(set, SegmentSet.FromJson(set.ToJson()));
        Assert.Empty(set.Validate(DrawnSegments.Schema));
        SegmentProblem problem = Assert.Single(new SegmentSet([new("deeper", !deep)]).Validate());
        Assert.Equal(SegmentProblemCodes.TooDeep, problem.Code);
        Assert.StartsWith("/segments/0/when/not/all/0", problem.Path, StringComparison.Ordinal);
        string endless = string.Concat(Enumerable.Repeat("{\"not\":", 500));
        Assert.Equal(ModelFileException.Unreadable, Assert.Throws<ModelFileException>(() => SegmentCondition.FromJson(endless)).Code);
    }
}
