using System.Diagnostics.CodeAnalysis;
using CustomerInsight;
using CustomerInsight.Models;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a host chooses the models of one engine with. Choosing a model twice adds it once, with both settings applied in turn.</summary>
public sealed class ModelsBuilder
{
    internal ModelsBuilder(IInsightBuilder insight) => Insight = insight;

    /// <summary>Gets the engine's builder, for packages that add models.</summary>
    public IInsightBuilder Insight { get; }

    /// <summary>Sets how activities become purchases, for all models.</summary>
    /// <param name="configure">Changes the settings; null leaves the defaults.</param>
    /// <returns>The same builder.</returns>
    public ModelsBuilder Purchases(Action<PurchaseOptions>? configure = null)
    {
        AddOptions<PurchaseOptions, PurchaseOptionsValidator, PurchaseOptionsRules>(configure);
        return AddStage(services => new PurchaseStage(OptionsOf<PurchaseOptions>(services)));
    }

    /// <summary>Scores customers by recency, frequency and money, and names their segment.</summary>
    /// <param name="configure">Changes the settings; null leaves the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// An <see cref="ISegmentation"/> that the host registers for the engine names the segments in the place of the rules in the options.
    /// An <see cref="RfmModel"/> that it registers, such as last month's, scores in the place of one fitted in each run.
    /// </remarks>
    public ModelsBuilder Rfm(Action<RfmOptions>? configure = null)
    {
        Purchases();
        AddOptions<RfmOptions, RfmOptionsValidator, RfmOptionsRules>(configure);
        return AddStage(services => services.FindInsightService<RfmModel>(Insight.Name) is { } model
            ? new RfmStage(model, services.FindInsightService<ISegmentation>(Insight.Name))
            : new RfmStage(new RfmEstimator(OptionsOf<RfmOptions>(services)), services.FindInsightService<ISegmentation>(Insight.Name)));
    }

    /// <summary>Groups customers who buy alike, and says what sets each group apart.</summary>
    /// <param name="configure">Changes the settings; null leaves the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// An <see cref="IClusteringModel"/> that the host registers for the engine gives the groups, and none are found; else an <see cref="IEstimator{TData,TModel}"/> of
    /// <see cref="FeatureMatrix"/> and <see cref="IClusteringModel"/> finds them in the place of k-means. <see cref="ClusteringEstimator{TModel}"/> makes one of any estimator.
    /// </remarks>
    public ModelsBuilder Groups(Action<GroupingOptions>? configure = null)
    {
        Purchases();
        AddOptions<GroupingOptions, GroupingOptionsValidator, GroupingOptionsRules>(configure);
        return AddStage(services => services.FindInsightService<IClusteringModel>(Insight.Name) is { } model
            ? new GroupingStage(model, OptionsOf<GroupingOptions>(services))
            : new GroupingStage(OptionsOf<GroupingOptions>(services), services.FindInsightService<IEstimator<FeatureMatrix, IClusteringModel>>(Insight.Name)));
    }

    /// <summary>Values customers by what they can be expected to spend.</summary>
    /// <param name="configure">Changes the settings; null leaves the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>An <see cref="ILifetimeValueModel"/> that the host registers for the engine values customers in the place of a model fitted in each run.</remarks>
    public ModelsBuilder LifetimeValue(Action<LifetimeValueOptions>? configure = null)
    {
        Purchases();
        AddOptions<LifetimeValueOptions, LifetimeValueOptionsValidator, LifetimeValueOptionsRules>(configure);
        return AddStage(services => services.FindInsightService<ILifetimeValueModel>(Insight.Name) is { } model
            ? new LifetimeValueStage(model)
            : new LifetimeValueStage(new LifetimeValueEstimator(OptionsOf<LifetimeValueOptions>(services))));
    }

    /// <summary>Says how likely customers are to leave, and why.</summary>
    /// <param name="configure">Changes the settings; null leaves the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>An <see cref="IChurnModel"/> that the host registers for the engine predicts in the place of a model fitted in each run.</remarks>
    public ModelsBuilder Churn(Action<ChurnOptions>? configure = null)
    {
        Purchases();
        AddOptions<ChurnOptions, ChurnOptionsValidator, ChurnOptionsRules>(configure);
        return AddStage(services => services.FindInsightService<IChurnModel>(Insight.Name) is { } model
            ? new ChurnStage(model, OptionsOf<ChurnOptions>(services))
            : new ChurnStage(OptionsOf<ChurnOptions>(services)));
    }

    /// <summary>Says of which customers an event is to be expected: a purchase, an upgrade, an answer. May be called for several events.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="configure">Says which types of activity it is, and how it is learned; a purchase within 90 days where nothing is said.</param>
    /// <returns>The same builder.</returns>
    public ModelsBuilder Propensity(string name, Action<ChurnOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Purchases();
        AddOptions<PropensityOptions, PropensityOptionsRules>(options => options.Add(name, configure));
        return AddStage(services => new PropensityStage(OptionsOf<PropensityOptions>(services)));
    }

    /// <summary>Finds the members of rule segments.</summary>
    /// <param name="configure">Says which segments.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// The rules are asked after all models have run, in whatever order they are chosen. Traits of the host's own come from each <see cref="ITraitProvider"/> that it registers for the engine.
    /// </remarks>
    public ModelsBuilder Segments(Action<SegmentOptions>? configure = null)
    {
        Purchases();
        AddOptions<SegmentOptions, SegmentOptionsValidator, SegmentOptionsRules>(configure);
        return AddStage(services => new SegmentStage(OptionsOf<SegmentOptions>(services), services.FindInsightServices<ITraitProvider>(Insight.Name)));
    }

    /// <summary>Tells in which state of their life customers are, by a declared state machine.</summary>
    /// <param name="configure">Changes the settings; null leaves the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>The time zone, the hour at which a day begins and whether zero amounts count are those of <see cref="Purchases"/> unless set here.</remarks>
    public ModelsBuilder Lifecycle(Action<LifecycleOptions>? configure = null)
    {
        AddOptions<LifecycleOptions, LifecycleOptionsValidator>(configure);
        return AddStage(services => new LifecycleStage(OptionsOf<LifecycleOptions>(services)));
    }

    /// <summary>Counts who came back and what they spent, by cohorts.</summary>
    /// <param name="configure">Changes the settings; null leaves the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>The time zone, the hour at which a day begins, the currency with its rates and whether zero amounts count are those of <see cref="Purchases"/> unless set here.</remarks>
    public ModelsBuilder Retention(Action<RetentionOptions>? configure = null)
    {
        AddOptions<RetentionOptions, RetentionOptionsValidator, RetentionOptionsRules>(configure);
        return AddStage(services => new RetentionStage(OptionsOf<RetentionOptions>(services)));
    }

    private T OptionsOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(IServiceProvider services)
        where T : class => services.GetRequiredService<IOptionsMonitor<T>>().Get(Insight.Name);

    private void AddOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions, TValidator, TRules>(Action<TOptions>? configure)
        where TOptions : class, new()
        where TValidator : class, IValidateOptions<TOptions>, new()
        where TRules : class, IValidateOptions<TOptions>, new()
    {
        AddOptions<TOptions, TValidator>(configure);
        Insight.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TRules>(static _ => new TRules()));
    }

    private void AddOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions, TValidator>(Action<TOptions>? configure)
        where TOptions : class, new()
        where TValidator : class, IValidateOptions<TOptions>, new()
    {
        Insight.Services.AddOptions<TOptions>(Insight.Name).ValidateOnStart();
        Insight.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidator>(static _ => new TValidator()));
        if (configure is not null)
        {
            Insight.Services.Configure(Insight.Name, configure);
        }
    }

    private ModelsBuilder AddStage<T>(Func<IServiceProvider, T> factory)
        where T : class, IInsightStage
    {
        int before = Insight.Services.Count;
        Insight.TryAddService(factory);
        if (Insight.Services.Count > before)
        {
            string engine = Insight.Name;
            Insight.AddService<IInsightStage>(services => services.FindInsightService<T>(engine)!);
        }

        return this;
    }
}
