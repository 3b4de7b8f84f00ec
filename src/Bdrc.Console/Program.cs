using Bdrc.Console;
using Bdrc.Console.Hosting;
using Bdrc.Console.Running;

var application = new ConsoleApplication(ConsoleStreams.ForProcess());
using var signals = new SignalHandlers(application);
return application.Run(args);
