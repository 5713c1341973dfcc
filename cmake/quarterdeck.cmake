# Shared by every layer: warnings, precompiled headers, and the two functions that make a layer and its tests.

add_library(qd_options INTERFACE)
target_compile_options(qd_options INTERFACE
    -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
target_compile_definitions(qd_options INTERFACE
    QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(qd_options INTERFACE ${CMAKE_SOURCE_DIR})

find_program(QD_LLD ld.lld)
if(QD_LLD)
    add_link_options(-fuse-ld=lld)
endif()

# qd_layer(models_plan FOLDER models/plan LINK models_core Qt6::Core)
# A static library of every source below FOLDER. A layer links what DESIGN's table lets it include, and no more.
function(qd_layer name)
    cmake_parse_arguments(arg "GUI" "FOLDER" "LINK;PRIVATE" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS
        ${CMAKE_SOURCE_DIR}/${arg_FOLDER}/*.cpp ${CMAKE_SOURCE_DIR}/${arg_FOLDER}/*.h)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC qd_options ${arg_LINK} PRIVATE ${arg_PRIVATE})
    if(name STREQUAL "models_core")
        target_precompile_headers(${name} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pch_core.h)
    elseif(name STREQUAL "ui")
        target_precompile_headers(${name} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pch_ui.h)
    else()
        target_precompile_headers(${name} REUSE_FROM models_core)
    endif()
endfunction()

# qd_tests(models/core models_core): one program for each tst_*.cpp below tests/models/core, linked to that layer alone.
function(qd_tests folder)
    file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/tst_*.cpp)
    foreach(source ${tests})
        get_filename_component(base ${source} NAME_WE)
        string(REPLACE "/" "_" prefix ${folder})
        set(name ${prefix}_${base})
        add_executable(${name} ${source})
        target_link_libraries(${name} PRIVATE ${ARGN} tests_support Qt6::Test)
        if(folder STREQUAL "ui")
            target_precompile_headers(${name} REUSE_FROM ui)
        else()
            target_precompile_headers(${name} REUSE_FROM models_core)
        endif()
        set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
        target_compile_definitions(${name} PRIVATE QD_SOURCE_DIR="${CMAKE_SOURCE_DIR}" QD_BINARY_DIR="${CMAKE_BINARY_DIR}")
        add_test(NAME ${folder}/${base} COMMAND ${name})
        set_tests_properties(${folder}/${base} PROPERTIES TIMEOUT 240 ENVIRONMENT
            "QT_QPA_PLATFORM=offscreen:configfile=${CMAKE_SOURCE_DIR}/tests/support/screen.json;LC_ALL=C.UTF-8;TZ=UTC;QT_LOGGING_RULES=qt.qpa.*=false;QD_CLI=${CMAKE_BINARY_DIR}/bin/quarterdeck-cli;QD_WINDOW=${CMAKE_BINARY_DIR}/bin/quarterdeck")
    endforeach()
endfunction()
