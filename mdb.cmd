@echo off
rem Starts mdb on Windows: from a distribution (this file beside lib) or from a checkout, which is built on first use. The same as the
rem script mdb, but for the class-data archives. Written after Windows's documentation, and not tried on a Windows.
rem
rem   JAVA_HOME        the Java to use, 17 or newer; else java on the PATH
rem   MDB_JAVA_OPTS    further options for the JVM
setlocal EnableExtensions DisableDelayedExpansion

set "here=%~dp0"
set "here=%here:~0,-1%"
set "home="
if exist "%here%\lib\command.classpath" set "home=%here%"
if not defined home for /d %%D in ("%here%\cli\target\mdb-*") do if exist "%%D\lib\command.classpath" set "home=%%D"
if not defined home echo mdb: building this checkout, once... 1>&2
if not defined home pushd "%here%" && (call mvn -B -q -DskipTests -Dquick -pl cli -am package 1>&2 & popd)
if not defined home for /d %%D in ("%here%\cli\target\mdb-*") do if exist "%%D\lib\command.classpath" set "home=%%D"
if not defined home echo mdb: there is no lib folder beside %~f0, and no build 1>&2
if not defined home exit /b 1

set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%java%" echo mdb: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it 1>&2
if defined JAVA_HOME if not exist "%java%" exit /b 1

rem Lists of jars as lib/a.jar:lib/b.jar
for %%J in ("%home%\lib\mdb-cli-*.jar") do set "cli=%%~fJ"
for /f "usebackq delims=" %%L in ("%home%\lib\command.classpath") do set "command_names=%%L"
for /f "usebackq delims=" %%L in ("%home%\lib\compiler.classpath") do set "compiler_names=%%L"
for /f "usebackq tokens=1,2" %%L in ("%home%\lib\build.id") do set "build=%%L" & set "toolkit=%%M"
set "command_names=%command_names::=;%"
set "compiler_names=%compiler_names::=;%"
call set "command_path=%%command_names:lib/=%home%\lib\%%"
call set "compiler_path=%%compiler_names:lib/=%home%\lib\%%"

"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Xlog:disable -Xlog:all=off ^
  -Dpicocli.disable.closures=true -Dpicocli.converters.excludes=java.+ %MDB_JAVA_OPTS% ^
  "-Dmdb.home=%home%" "-Dmdb.build=%build%" "-Dmdb.toolkit=%toolkit%" "-Djava.util.logging.config.file=%home%\lib\logging.properties" ^
  "-Dmdb.compiler.classpath=%cli%;%compiler_path%" -cp "%cli%;%command_path%" dev.mdb.cli.Main %*
exit /b %ERRORLEVEL%
