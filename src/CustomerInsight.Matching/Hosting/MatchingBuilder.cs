using CustomerInsight;
using CustomerInsight.Matching;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Composes how one engine matches.</summary>
public sealed class MatchingBuilder
{
    internal MatchingBuilder(IInsightBuilder insight) => Insight = insight;

    /// <summary>Gets the engine's builder.</summary>
    public IInsightBuilder Insight { get; }

    internal Func<RecordSchema, IdentifierPolicies, MatchDesign> Design { get; private set; } = PeopleDesign.For;

    internal IMatchTrainer? Trainer { get; private set; }

    internal List<IdentifierPolicy> Policies { get; } = [];

    internal List<BlockedValue> BlockedValues { get; } = [];

    internal List<MatchRule> MatchRules { get; } = [];

    internal List<NoMatchRule> NoMatchRules { get; } = [];

    internal MatchConstraints Constraints { get; private set; } = MatchConstraints.None;

    internal MatchDesign DesignFor(RecordSchema schema, IdentifierPolicies policies)
    {
        MatchDesign design = Design(schema, policies);
        return design with
        {
            BlockedValues = ValueList.From(design.BlockedValues.Concat(BlockedValues)),
            MatchRules = ValueList.From(design.MatchRules.Concat(MatchRules)),
            NoMatchRules = ValueList.From(design.NoMatchRules.Concat(NoMatchRules)),
        };
    }

    /// <summary>Matches people, by whatever attributes the sources have. The default.</summary>
    /// <returns>The same builder.</returns>
    public MatchingBuilder People()
    {
        Design = PeopleDesign.For;
        return this;
    }

    /// <summary>Matches by a design of the host's own.</summary>
    /// <param name="design">Makes the design for the attributes of all sources together.</param>
    /// <returns>The same builder.</returns>
    public MatchingBuilder Use(Func<RecordSchema, IdentifierPolicies, MatchDesign> design)
    {
        ArgumentNullException.ThrowIfNull(design);
        Design = design;
        return this;
    }

    /// <summary>Matches with a model that was trained before, such as one of <see cref="MatchModel.Load"/>, instead of training one in each run.</summary>
    /// <param name="model">The model. The run's report says in what the records differ from those it was trained on.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// Which records are compared comes from the model, where it has blocking rules: the design's <see cref="MatchDesign.BlockingRules"/> and
    /// <see cref="MatchDesign.CandidateRules"/> are then not used. What a <see cref="MatchRule"/> is found by, and strong identifiers, are added to them
    /// where the model has no rule of that name. A model without rules of its own compares the pairs of <see cref="People"/> or
    /// <see cref="Use"/>.
    /// <para>Of a type that the host gives a policy for with
    /// <see cref="Identifier(IdentifierPolicy)"/>, strength, the limit of a profile and expiry are the host's, of any other the model's; values that either blocks are blocked. Which values are hubs was decided when the model was trained.</para>
    /// </remarks>
    public MatchingBuilder Model(MatchModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Trainer = new PretrainedModel(model);
        return this;
    }

    /// <summary>Trains with labelled pairs, fixed numbers, given term frequencies or by another procedure.</summary>
    /// <param name="settings">What to learn from beside the records.</param>
    /// <returns>The same builder.</returns>
    public MatchingBuilder Train(TrainingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Trainer = new MatchTrainer(settings);
        return this;
    }

    /// <summary>Sets how identifiers of one type are taken.</summary>
    /// <param name="type">The identifiers' type.</param>
    /// <param name="strength">How much it says that two records share one.</param>
    /// <param name="blockedValues">Values that never link.</param>
    /// <returns>The same builder.</returns>
    public MatchingBuilder Identifier(string type, IdentifierStrength strength, params string[] blockedValues)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        return Identifier(new IdentifierPolicy(type, strength) { BlockedValues = ValueList.From(blockedValues) });
    }

    /// <summary>Sets how identifiers of one type are taken.</summary>
    /// <param name="type">The identifiers' type.</param>
    /// <param name="strength">How much it says that two records share one.</param>
    /// <param name="configure">Sets limits, expiry and blocked values, such as <c>policy =&gt; policy with { ExpiresAfterDays = 730, MostContents = 20 }</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit is set below 1.</exception>
    public MatchingBuilder Identifier(string type, IdentifierStrength strength, Func<IdentifierPolicy, IdentifierPolicy> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        ArgumentNullException.ThrowIfNull(configure);
        return Identifier(configure(new IdentifierPolicy(type, strength)));
    }

    /// <summary>Sets how identifiers of one type are taken.</summary>
    /// <param name="policy">The policy: strength, blocked values, how many a profile may hold, how many contents may claim one, after how many days it expires.</param>
    /// <returns>The same builder.</returns>
    public MatchingBuilder Identifier(IdentifierPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Policies.RemoveAll(earlier => earlier.Type == policy.Type);
        Policies.Add(policy);
        return this;
    }

    /// <summary>Makes values of an attribute count as missing in matching: mailboxes of a firm, phones of a hub, placeholders. Profiles keep them.</summary>
    /// <param name="attribute">The attribute's name in the schema.</param>
    /// <param name="values">The values, as a source writes them or standardized; for an e-mail also a user part that ends with @, such as <c>info@</c>, for all addresses with it. The run's report counts those that no record has.</param>
    /// <returns>The same builder.</returns>
    public MatchingBuilder Block(string attribute, params string[] values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(attribute);
        ArgumentNullException.ThrowIfNull(values);
        BlockedValues.AddRange(values.Select(value => new BlockedValue(attribute, value)));
        return this;
    }

    /// <summary>Links records whatever they weigh where a condition holds, unless a constraint keeps them apart.</summary>
    /// <param name="name">The rule's name, which links and reports use.</param>
    /// <param name="condition">When it holds.</param>
    /// <param name="foundBy">The blocking rule that brings its pairs together.</param>
    /// <returns>The same builder.</returns>
    public MatchingBuilder LinkWhere(string name, LevelCondition condition, IBlockingRule foundBy)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(foundBy);
        MatchRules.Add(new MatchRule(name, condition, foundBy));
        return this;
    }

    /// <summary>Keeps records apart whatever they weigh where a condition holds.</summary>
    /// <param name="name">The rule's name, which reports use.</param>
    /// <param name="condition">When it holds.</param>
    /// <returns>The same builder.</returns>
    public MatchingBuilder KeepApartWhere(string name, LevelCondition condition)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(condition);
        NoMatchRules.Add(new NoMatchRule(name, condition));
        return this;
    }

    /// <summary>Says that sources have each entity once: two records of such a source are never one customer.</summary>
    /// <param name="sources">The sources' names.</param>
    /// <returns>The same builder.</returns>
    public MatchingBuilder DuplicateFree(params string[] sources)
    {
        Constraints = Constraints with { DuplicateFreeSources = ValueList.From(Constraints.DuplicateFreeSources.Concat(sources)) };
        return this;
    }

    /// <summary>Gives what people said about pairs of records.</summary>
    /// <param name="assertions">The assertions.</param>
    /// <returns>The same builder.</returns>
    public MatchingBuilder Assert(params Assertion[] assertions)
    {
        Constraints = Constraints with { Assertions = ValueList.From(Constraints.Assertions.Concat(assertions)) };
        return this;
    }

    /// <summary>Sets the numbers that matching works with.</summary>
    /// <param name="configure">Sets the options; they are checked when the host starts.</param>
    /// <returns>The same builder.</returns>
    public MatchingBuilder Configure(Action<MatchingOptions> configure)
    {
        Insight.Services.Configure(Insight.Name, configure);
        return this;
    }
}
